import type { Deadline } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { assessRisk, type RiskInput } from './assess-risk.ts';

const plain: RiskInput = {
  route: 'answer',
  routeBecause: '法规库里有与问题相关的条文',
  said: ['公司不发加班费怎么办'],
  sums: [3000],
  deadlines: [],
  today: '2026-11-23',
  supports: ['supported', 'supported', 'none-claimed'],
  dropped: 0,
  nearCase: true,
  conclusionLeft: false,
  draft: { question: '公司不发加班费怎么办', text: '' },
  earlier: [],
};
const assess = (changed: Partial<RiskInput>) => assessRisk({ ...plain, ...changed });
const kinds = (changed: Partial<RiskInput>) => assess(changed).reasons.map(({ kind, level }) => `${kind}:${level}`);

const until = (date: string): Deadline => ({
  ...{ name: '上诉期', period: '十五日', runsFrom: '送达', date, citation: '', note: '' },
  ...{ kind: null, startEvent: null, startDay: null, startEntered: false, events: [], entered: [] },
  ...{ needs: null, steps: [], calendarKnown: true },
});

it('is low, without reasons, for a small plain question', () => {
  expect(assess({})).toEqual({ level: 'low', reasons: [] });
});

it('is as high as its gravest reason, which stands first', () => {
  const risk = assess({ sums: [300_000], deadlines: [until('2026-11-25')], nearCase: false });
  expect(risk.level).toBe('high');
  expect(risk.reasons.map(({ level }) => level)).toEqual(['high', 'medium', 'low']);
  for (const { why } of risk.reasons) expect(why).toMatch(/\p{Script=Han}/u);
});

it.each([
  [199_999, []],
  [200_000, ['large-sum:medium']],
  [999_999, ['large-sum:medium']],
  [1_000_000, ['large-sum:high']],
])('of a sum of %d yuan makes %j', (sum, expected) => expect(kinds({ sums: [100, sum] })).toEqual(expected));

it('says the largest sum', () => {
  expect(assess({ sums: [260_000, 50_000] }).reasons[0]?.why).toContain('26万元');
});

it.each([
  ['2026-11-22', []],
  ['2026-11-23', ['near-deadline:high']],
  ['2026-11-30', ['near-deadline:high']],
  ['2026-12-01', ['near-deadline:medium']],
  ['2026-12-23', ['near-deadline:medium']],
  ['2026-12-24', []],
])('of a deadline on %s makes %j', (date, expected) => expect(kinds({ deadlines: [until(date)] })).toEqual(expected));

describe('the client’s words', () => {
  it.each([
    ['我被取保候审了，公司还会要我吗', ['criminal:high']],
    ['我帮人转账拿了两千块，会坐牢吗', ['criminal:high']],
    ['我弟弟昨天被刑事拘留了', ['criminal:medium']],
    ['女儿12岁给主播打赏两万', ['minor:medium']],
    ['离婚时抚养权怎么争', ['minor:medium']],
    ['我老公是美国人，想在上海离婚', ['foreign-element:medium']],
    ['借钱的人移民加拿大了', ['foreign-element:medium']],
    ['他欠我两万不还，能告他吗', []],
    ['买的日本进口奶粉过期了', []],
    ['我今年62岁，公司不给办退休', []],
    ['我爸三十二岁时买的房', []],
    ['老板欠薪会坐牢吗', []],
  ])('«%s» make %j', (text, expected) => expect(kinds({ said: [text] })).toEqual(expected));
});

describe('support', () => {
  it('is judged by the share of doubtful claims', () => {
    expect(kinds({ supports: ['supported', 'supported', 'supported', 'doubtful'] })).toEqual([]);
    expect(kinds({ supports: ['supported', 'supported', 'doubtful'] })).toEqual(['low-support:medium']);
    expect(kinds({ supports: ['supported', 'doubtful', 'doubtful'] })).toEqual(['low-support:high']);
    expect(kinds({ supports: ['supported', 'supported', 'supported', 'contradicted'] })).toEqual(['low-support:high']);
  });

  it('is low where claims were dropped or the conclusion was left', () => {
    expect(kinds({ dropped: 2 })).toEqual(['low-support:medium']);
    expect(kinds({ conclusionLeft: true })).toEqual(['low-support:medium']);
    expect(kinds({ nearCase: false })).toEqual(['low-support:low']);
  });

  it('does not matter where nothing is claimed', () => {
    expect(kinds({ route: 'not-legal', supports: [], nearCase: false, conclusionLeft: true })).toEqual([]);
  });
});

it('is high for danger and for harm, with the reason of the route', () => {
  expect(assess({ route: 'danger', routeBecause: '有人可能要伤害自己' })).toMatchObject({
    level: 'high',
    reasons: [{ kind: 'danger', why: expect.stringContaining('伤害自己') }],
  });
  expect(kinds({ route: 'harm', routeBecause: '客户想伪造证据' })).toEqual(['harm:high']);
});

describe('conflict with an earlier answer', () => {
  const answered = (conclusion: string, question = '公司不发加班费怎么办') => ({
    question,
    text: `您好。\n\n## 结论\n\n${conclusion}\n\n## 您可以怎么做\n\n1. 不要拖延，一年内申请。`,
  });
  const between = (now: string, then: string, question?: string) =>
    kinds({ draft: answered(now), earlier: [answered(then, question)] });
  const cite = '（《中华人民共和国劳动合同法》第四十七条）';

  it('is the same provision with the opposite stance', () => {
    const now = `公司应当向您支付经济补偿${cite}。`;
    expect(between(now, `公司不需要向您支付经济补偿${cite}。`, '别的问题')).toEqual(['conflict:high']);
    expect(between(now, now)).toEqual([]);
    expect(between(now, '公司不需要向您支付经济补偿（《中华人民共和国劳动合同法》第三十八条）。', '别的')).toEqual([]);
  });

  it('is not where the same provision carries another matter, or only the quotation denies', () => {
    const now = `公司应当向您支付经济补偿${cite}。`;
    expect(between(now, `您在公司工作不满半年，不能按一年计算年限${cite}。`, '别的问题')).toEqual([]);
    expect(between(now, `公司应当向您支付经济补偿，因为“不得拖欠”${cite}。`)).toEqual([]);
  });

  it('is another number in the conclusion to the same question', () => {
    expect(between('公司应付您3个月工资。', '公司应付您2个月工资。')).toEqual(['conflict:high']);
    expect(between('公司应付您3个月工资。', '公司应付您3个月工资。')).toEqual([]);
    expect(between('公司应付您3个月工资。', '房东应退您2个月租金。', '房东不退押金怎么办')).toEqual([]);
  });
});
