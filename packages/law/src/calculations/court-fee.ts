import { createWorking, type Working, yuan } from './calculation.ts';
import { CalculationInputError, defineCalculator } from './calculator.ts';
import { compare, type Exact, exact, inPercent, plus } from './exact.ts';
import { type Band, feeByBands, feeOf, half, propertyBands } from './fee-bands.ts';
import { type FeeRange, rangeInWords, writeBands } from './fee-steps.ts';
import { courtFees as rule } from './laws.ts';

const divorceBands: Band[] = [{ upTo: null, rate: exact(5, 1000) }];
const personalityBands: Band[] = [
  { upTo: 100_000, rate: exact(1, 100) },
  { upTo: null, rate: exact(5, 1000) },
];
const article = rule('十三');
const fixedFees = { labour: 10, administrative: 50, 'administrative-ip': 100 } as const;
const ranges = {
  divorce: { least: 50, most: 300, start: 200_000, bands: divorceBands },
  personality: { least: 100, most: 500, start: 50_000, bands: personalityBands },
  other: { least: 50, most: 100, start: null, bands: [] },
  ip: { least: 500, most: 1000, start: null, bands: [] },
  jurisdiction: { least: 50, most: 100, start: null, bands: [] },
} as const;

export const courtFee = defineCalculator({
  id: 'court-fee',
  name: '案件受理费',
  about: '起诉、上诉应交的案件受理费',
  citations: [rule('十三'), rule('十五'), rule('十六'), rule('十七')],
  fields: {
    kind: {
      kind: 'choice',
      label: '案件类型',
      help: '按诉讼请求',
      required: true,
      choices: [
        { id: 'property', label: '财产案件' },
        { id: 'divorce', label: '离婚案件' },
        { id: 'personality', label: '人格权案件' },
        { id: 'other', label: '其他非财产案件' },
        { id: 'ip', label: '知识产权民事案件' },
        { id: 'labour', label: '劳动争议案件' },
        { id: 'administrative', label: '行政案件' },
        { id: 'administrative-ip', label: '商标、专利、海事行政案件' },
        { id: 'jurisdiction', label: '管辖权异议不成立' },
      ],
    },
    amount: { kind: 'money', label: '请求金额', help: '诉讼请求、分割财产或者赔偿的金额；上诉的填不服部分的金额，元' },
    localFee: { kind: 'money', label: '本地标准', help: '省级政府在幅度内定的每件标准，元；不填则给出幅度' },
    reduction: {
      kind: 'choice',
      label: '减半情形',
      help: '按哪一种减半',
      fallback: 'none',
      choices: [
        { id: 'none', label: '不减半' },
        { id: 'simple', label: '适用简易程序' },
        { id: 'mediation', label: '调解结案' },
        { id: 'withdrawn', label: '申请撤诉' },
        { id: 'counterclaim', label: '反诉或第三人请求合并审理' },
      ],
    },
  },
  calculate({ kind, amount, localFee, reduction }) {
    const working = createWorking();
    if (kind === 'property' || (kind === 'ip' && amount !== null)) {
      if (amount === null) {
        working.need('amount', '财产案件按请求金额交纳：请补充“请求金额”。');
        return working.working;
      }
      const lines = feeByBands(amount, 10_000, propertyBands);
      writeBands(working, { base: 50, start: 10_000, lines, citation: article });
      const fee = feeOf(50, lines);
      finish(working, { least: fee, most: fee }, reduction);
    } else if (kind === 'labour' || kind === 'administrative' || kind === 'administrative-ip') {
      const fee = exact(fixedFees[kind]);
      working.step(`每件交纳${yuan(fee)}。`, [article], fee);
      finish(working, { least: fee, most: fee }, reduction);
    } else finish(working, feeInRange(working, { kind, amount, localFee }), reduction);
    return working.working;
  },
});

function feeInRange(
  working: Working,
  { kind, amount, localFee }: { kind: keyof typeof ranges; amount: Exact | null; localFee: Exact | null },
): FeeRange {
  const { start, bands, ...range } = ranges[kind];
  const base =
    localFee === null ? { least: exact(range.least), most: exact(range.most) } : { least: localFee, most: localFee };
  if (compare(base.least, exact(range.least)) < 0 || compare(base.most, exact(range.most)) > 0)
    throw new CalculationInputError('localFee', `“本地标准”须在${range.least}元至${range.most}元之间。`);
  const shown = localFee === null ? `每件${rangeInWords(base)}，具体由省级政府规定` : `按本地标准每件${yuan(localFee)}`;
  working.step(`${shown}。`, [article]);
  if (start === null || amount === null) return base;
  const lines = feeByBands(amount, start, [...bands]);
  if (lines.length === 0) working.step(`金额不超过${start / 10_000}万元，不另行交纳。`, [article]);
  else writeExtra(working, lines);
  const extra = feeOf(0, lines);
  return { least: plus(base.least, extra), most: plus(base.most, extra) };
}

function writeExtra(working: Working, lines: ReturnType<typeof feeByBands>): void {
  for (const { from, upTo, rate, fee } of lines) {
    const to = upTo === null ? '' : `至${upTo / 10_000}万元`;
    working.step(`超过${from / 10_000}万元${to}的部分，按${inPercent(rate)}。`, [article], fee);
  }
}

function finish(
  working: Working,
  range: FeeRange,
  reduction: 'none' | 'simple' | 'mediation' | 'withdrawn' | 'counterclaim',
) {
  const halved = reduction === 'none' ? range : { least: half(range.least), most: half(range.most) };
  const reasons = {
    simple: { words: '适用简易程序', article: '十六' },
    mediation: { words: '以调解方式结案', article: '十五' },
    withdrawn: { words: '申请撤诉', article: '十五' },
    counterclaim: { words: '反诉或者有独立请求权的第三人的请求合并审理', article: '十八' },
  };
  if (reduction !== 'none') {
    const reason = reasons[reduction];
    working.step(`${reason.words}，减半交纳。`, [rule(reason.article)], halved.most);
  }
  if (compare(halved.least, halved.most) === 0) working.result('fee', '案件受理费', halved.least);
  else {
    working.result('least', '案件受理费（最低）', halved.least);
    working.result('most', '案件受理费（最高）', halved.most);
  }
  working.note('由原告、上诉人预交，最后由败诉方负担；追索劳动报酬的可以不预交，交费有困难的可以申请司法救助。');
}
