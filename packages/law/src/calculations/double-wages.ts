import { addDays, addMonths, daysBetween } from '../calendar/day-arithmetic.ts';
import { createWorking, yuan } from './calculation.ts';
import { defineCalculator, requireOrder } from './calculator.ts';
import { dividedBy, exact, least, plus, times, zero } from './exact.ts';
import {
  labourDisputeRule,
  labourContractLaw as law,
  monthOfPay,
  labourContractRegulation as regulation,
} from './laws.ts';
import { paidDays } from './overtime.ts';

export const doubleWages = defineCalculator({
  id: 'double-wages',
  name: '未签书面劳动合同的二倍工资',
  about: '用工满一个月次日起至满一年前一日，最多十一个月，计算另一倍工资',
  citations: [law('八十二'), regulation('六'), regulation('七')],
  fields: {
    startedOn: { kind: 'day', label: '入职日', help: '用工之日', required: true },
    to: { kind: 'day', label: '计算至', help: '离职日，或者仍在职的计算日（当天计入）', required: true },
    signedOn: { kind: 'day', label: '补签合同日', help: '补订书面劳动合同的日期；没有补签就不填' },
    wage: { kind: 'money', label: '月工资', help: '这段时间每月应得工资，元', required: true },
    workedDays: { kind: 'count', label: '不满一个月部分的工作日数', help: '最后不满一个月的那段，实际工作了几天' },
  },
  calculate({ startedOn, to, signedOn, wage, workedDays }) {
    const working = createWorking();
    const { need, step, result, note } = working;
    requireOrder('to', startedOn, to, '“计算至”不能早于“入职日”。');
    if (signedOn !== null) requireOrder('signedOn', startedOn, signedOn, '“补签合同日”不能早于“入职日”。');
    const first = addMonths(startedOn, 1);
    const ends = [to, addDays(addMonths(startedOn, 12), -1)];
    if (signedOn !== null) ends.push(addDays(signedOn, -1));
    const last = ends.sort()[0] ?? to;
    step(`自用工满一个月的次日${first}起算。`, [regulation('六')]);
    if (last < first) {
      step('没有超过一个月，不支付二倍工资。', [law('八十二')], exact(0));
      result('extra', '另一倍工资', exact(0));
      return working.working;
    }
    const cited = signedOn !== null && last < signedOn ? regulation('六') : regulation('七');
    step(`截止到${last}（补签的前一日、满一年的前一日、离职日，以最早的为准）。`, [cited]);
    const { months, rest } = monthsAfterFirst(startedOn, last);
    if (rest > 0 && workedDays === null) {
      const from = addDays(last, 1 - rest);
      need('workedDays', `${from}至${last}不满一个月，按该月实际工作日计算：请补充“不满一个月部分的工作日数”。`);
      return working.working;
    }
    const whole = times(wage, exact(months));
    step(`满${months}个月，每月另付一倍工资${yuan(wage)}。`, [law('八十二')], whole);
    const part = rest === 0 ? zero : least(wage, dividedBy(times(wage, exact(workedDays ?? 0)), paidDays));
    if (rest > 0) {
      const text = `不满一个月的部分按实际工作日：${yuan(wage)}÷21.75天×${workedDays}天，不超过一个月工资。`;
      step(text, [labourDisputeRule('六'), monthOfPay], part);
    }
    const extra = plus(whole, part);
    result('extra', '另一倍工资', extra);
    note('因不可抗力、劳动者本人故意或者重大过失等没有订立合同的，不支付二倍工资（解释（二）第七条）。');
    note('申请仲裁的时效为一年，多地按月分别起算；应签无固定期限合同而不签的，不受十一个月限制，须另行核对。');
    return working.working;
  },
});

/** Months of service after the first, and the days that do not make one. The last day is counted. */
function monthsAfterFirst(startedOn: string, last: string): { months: number; rest: number } {
  const end = addDays(last, 1);
  let months = 0;
  while (addMonths(startedOn, months + 2) <= end) months += 1;
  return { months, rest: Math.max(0, daysBetween(addMonths(startedOn, months + 1), end)) };
}
