import { createWorking } from './calculation.ts';
import { CalculationInputError, defineCalculator, requireOrder } from './calculator.ts';
import { type Exact, inPercent, inShort, plus, times } from './exact.ts';
import { type RatedSpan, runLedger } from './interest-ledger.ts';
import { writeLedger } from './ledger-steps.ts';
import { askForLpr } from './loan-rates.ts';
import { lprField, yearDaysField } from './shared-fields.ts';

const reformOn = '2019-08-20';

export const lprInterest = defineCalculator({
  id: 'lpr-interest',
  name: '按LPR计算利息',
  about: '裁判或合同写明按贷款市场报价利率计息的，按每次调整分段计算',
  citations: [],
  fields: {
    principal: { kind: 'money', label: '本金', help: '计息的金额，元', required: true },
    from: { kind: 'day', label: '起息日', help: '从哪一天起', required: true },
    to: { kind: 'day', label: '计算至', help: '算到哪一天（当天不计）', required: true },
    term: {
      kind: 'choice',
      label: '期限品种',
      help: '按哪一种LPR',
      fallback: '1y',
      choices: [
        { id: '1y', label: '一年期' },
        { id: '5y', label: '五年期以上' },
      ],
    },
    multiple: { kind: 'number', label: '倍数', help: '如逾期加计50%填1.5', fallback: '1' },
    points: { kind: 'percent', label: '加点', help: '在LPR之上再加的年利率，如 0.5%', fallback: '0%' },
    fixedOn: { kind: 'day', label: '固定利率日', help: '全程按这一天的LPR；不填则随每次调整分段' },
    benchmark: {
      kind: 'percent',
      label: '2019年8月20日之前的基准利率',
      help: '中国人民银行同期同类贷款基准利率，年利率',
    },
    payments: { kind: 'payments', label: '已付款', help: '日期:金额，多项用逗号隔开；先抵利息，后抵本金' },
    yearDays: yearDaysField,
    lpr: lprField,
  },
  calculate(values, rates) {
    const working = createWorking();
    const { need, result } = working;
    const { from, to, term, fixedOn } = values;
    requireOrder('to', from, to, '“计算至”不能早于“起息日”。');
    const early = (values.payments ?? []).find(({ day }) => day < from || day > to);
    if (early) throw new CalculationInputError('payments', `还款日${early.day}不在计息期间内。`);
    const lpr = rates.lpr.with(values.lpr ?? []);
    const adjust = (rate: Exact) => plus(times(rate, values.multiple), values.points);
    const name = term === '1y' ? '一年期LPR' : '五年期以上LPR';
    const addition = `${inShort(values.multiple) === '1' ? '' : `×${inShort(values.multiple)}`}${values.points.over === 0n ? '' : `+${inPercent(values.points)}`}`;
    const spans: RatedSpan[] = [];
    const reform = from < reformOn && fixedOn === null ? (to < reformOn ? to : reformOn) : from;
    if (reform > from) {
      if (values.benchmark === null) {
        need('benchmark', `${from}至${reform}还没有LPR：请补充中国人民银行同期同类贷款基准利率。`);
        return working.working;
      }
      const why = `按使用者提供的基准利率${inPercent(values.benchmark)}${addition}`;
      spans.push({ from, to: reform, rate: adjust(values.benchmark), why, citations: [] });
      working.usedRate({ name: '贷款基准利率', rate: inPercent(values.benchmark), from, source: '由使用者提供' });
    }
    const fixed = fixedOn === null ? null : lpr.on(fixedOn, term);
    const found = fixedOn === null ? lpr.spans(reform, to, term) : fixed === null ? null : [{ ...fixed, from, to }];
    if (found === null) {
      need(
        'lpr',
        askForLpr(fixedOn ?? firstUnknown(reform, to, lpr), fixedOn === null ? '计息期间' : '固定利率日', lpr),
      );
      return working.working;
    }
    for (const span of found) {
      working.usedLpr(span, term);
      const why = `${span.day}公布的${name}${span.percent}%${addition}`;
      spans.push({ from: span.from, to: span.to, rate: adjust(span.rate), why, citations: [] });
    }
    const yearDays = Number(values.yearDays);
    const ledger = runLedger({
      ...values,
      costs: { over: 0n, under: 1n },
      payments: values.payments ?? [],
      spans,
      yearDays,
    });
    writeLedger(working, ledger, yearDays);
    result('interest', '尚欠利息', ledger.interest);
    result('principal', '尚欠本金', ledger.principal);
    result('accrued', '累计产生的利息', ledger.accrued);
    return working.working;
  },
});

function firstUnknown(
  from: string,
  to: string,
  lpr: { firstDay: string; lastDay: string; on: (day: string, term: '1y') => unknown },
): string {
  if (from < lpr.firstDay) return from;
  const candidates = [from, ...monthsOf(from, to)];
  return candidates.find((day) => lpr.on(day, '1y') === null) ?? to;
}

/** The days of publication to be expected within a stretch: the 20th of each month. */
function monthsOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let [year = 0, month = 0] = from.split('-').map(Number); days.length < 1200; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    const day = `${year}-${String(month).padStart(2, '0')}-20`;
    if (day >= to) break;
    if (day >= from) days.push(day);
  }
  return days;
}
