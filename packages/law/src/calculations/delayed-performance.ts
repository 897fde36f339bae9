import { addDays, daysBetween } from '../calendar/day-arithmetic.ts';
import { createWorking, yuan } from './calculation.ts';
import { CalculationInputError, defineCalculator, requireOrder } from './calculator.ts';
import { exact, isPositive, least, minus, plus, sum, times, zero } from './exact.ts';
import type { Span } from './fields.ts';
import { civilProcedure, delayedRule } from './laws.ts';

const dailyRate = exact(175, 1_000_000);
const ruleFrom = '2014-08-01';

export const delayedPerformance = defineCalculator({
  id: 'delayed-performance',
  name: '迟延履行期间的加倍利息',
  about: '判决确定的金钱逾期不付，按日万分之一点七五另计加倍部分债务利息',
  citations: [civilProcedure('二百六十四'), delayedRule('一')],
  fields: {
    debt: {
      kind: 'money',
      label: '应付的金钱债务',
      help: '生效文书确定的金额，不含其中的一般债务利息，元',
      required: true,
    },
    dueOn: {
      kind: 'day',
      label: '履行期届满日',
      help: '文书确定的最后付款日；没有确定的，填文书生效日',
      required: true,
    },
    to: { kind: 'day', label: '履行完毕日', help: '付清、划拨之日，或计算到的日期', required: true },
    payments: { kind: 'payments', label: '分次清偿', help: '抵入上述债务的部分，日期:金额，多项用逗号隔开' },
    excluded: { kind: 'spans', label: '不计算的期间', help: '非因被执行人申请而中止、暂缓执行的期间，起/止' },
  },
  calculate({ debt, dueOn, to, payments, excluded }) {
    const working = createWorking();
    const { step, result, note, need } = working;
    requireOrder('to', dueOn, to, '“履行完毕日”不能早于“履行期届满日”。');
    const paid = [...(payments ?? [])].sort((left, right) => (left.day < right.day ? -1 : 1));
    if (paid.some(({ day }) => day < dueOn || day > to))
      throw new CalculationInputError(
        'payments',
        '分次清偿的日期须在履行期届满日与履行完毕日之间；届满前已付的请先从债务中减去。',
      );
    if (dueOn < ruleFrom) {
      need(null, '2014年8月1日之前的迟延履行期间，按当时的规定计算，须由律师核对。');
      return working.working;
    }
    step('加倍部分债务利息＝尚未清偿的金钱债务（不含一般债务利息）×日万分之一点七五×迟延履行期间。', [
      delayedRule('一'),
    ]);
    let left = debt;
    let from = dueOn;
    let total = zero;
    for (const { day, amount } of [...paid, { day: to, amount: zero }]) {
      const days = countDays(from, day, excluded ?? []);
      const interest = times(times(left, dailyRate), exact(days));
      if (days > 0 && isPositive(left)) {
        const text = `${addDays(from, 1)}至${day}共${days}天：${yuan(left)}×0.0175%×${days}天。`;
        step(text, [delayedRule('二'), delayedRule('三')], interest);
        total = plus(total, interest);
      }
      if (isPositive(amount)) {
        left = minus(left, least(left, amount));
        step(`${day}清偿${yuan(amount)}，先抵文书确定的债务，尚欠${yuan(left)}。`, [delayedRule('四')], amount);
      }
      from = day;
    }
    result('interest', '加倍部分债务利息', total);
    result('left', '尚欠的债务', left);
    result('paid', '已清偿', sum(paid.map(({ amount }) => amount)));
    note('一般债务利息按生效文书确定的方法另算；文书没有确定的，不计算。');
    return working.working;
  },
});

/** Days after `from` up to and with `to`, without those that are not counted. */
function countDays(from: string, to: string, excluded: Span[]): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const isLeftOut = excluded.some((span) => span.from <= day && day <= span.to);
    if (!isLeftOut) days += 1;
  }
  return excluded.length === 0 ? daysBetween(from, to) : days;
}
