import { daysBetween } from '../calendar/day-arithmetic.ts';
import { createWorking, yuan } from './calculation.ts';
import { CalculationInputError, defineCalculator } from './calculator.ts';
import { dividedBy, exact, inShort, times, toFen } from './exact.ts';
import { leaveRegulation, leaveRule } from './laws.ts';
import { paidDays } from './overtime.ts';

export const annualLeave = defineCalculator({
  id: 'annual-leave',
  name: '未休年休假工资',
  about: '按累计工龄确定天数，未休的按日工资300%支付；年中离职的折算',
  citations: [leaveRegulation('三'), leaveRule('十'), leaveRule('十二')],
  fields: {
    wage: { kind: 'money', label: '月工资', help: '前十二个月剔除加班工资后的月平均工资，元', required: true },
    workYears: { kind: 'count', label: '累计工作年限', help: '在所有单位累计满几年', required: true },
    taken: { kind: 'count', label: '已休天数', help: '当年已安排的年休假', fallback: '0' },
    endedOn: { kind: 'day', label: '离职日', help: '当年离职的填，按已过天数折算；全年在职不填' },
    startedOn: { kind: 'day', label: '入职日', help: '离职当年才入职的填' },
  },
  calculate({ wage, workYears, taken, endedOn, startedOn }) {
    const working = createWorking();
    const { step, result, note } = working;
    const entitled = workYears < 1 ? 0 : workYears < 10 ? 5 : workYears < 20 ? 10 : 15;
    step(`累计工作${workYears}年，全年年休假${entitled}天。`, [leaveRegulation('三')]);
    let due = entitled;
    if (endedOn !== null) {
      const yearStart = `${endedOn.slice(0, 4)}-01-01`;
      const from = startedOn !== null && startedOn > yearStart ? startedOn : yearStart;
      if (from > endedOn) throw new CalculationInputError('startedOn', '“入职日”不能晚于“离职日”。');
      const passed = daysBetween(from, endedOn) + 1;
      due = Math.floor((passed * entitled) / 365);
      step(`当年已过${passed}天：${passed}÷365×${entitled}，不足1整天的部分不计，折算${due}天。`, [leaveRule('十二')]);
    }
    const unused = Math.max(0, due - taken);
    step(`减去已休${taken}天，未休${unused}天。`, [leaveRule(endedOn === null ? '十' : '十二')]);
    const daily = dividedBy(wage, paidDays);
    step(`日工资：${yuan(wage)}÷21.75天。`, [leaveRule('十一')], daily);
    const total = toFen(times(daily, exact(unused * 3)));
    const extra = toFen(times(daily, exact(unused * 2)));
    step(`未休年休假工资报酬：日工资×${unused}天×300%。`, [leaveRule('十')], total);
    step('其中包含正常工作期间的工资；工资已照发的，还应另付200%。', [leaveRule('十')], extra);
    result('total', '未休年休假工资报酬（300%）', total);
    result('extra', '工资已照发时还应另付（200%）', extra);
    note('因本人原因书面提出不休的，只付正常工资；寒暑假、病事假较长等情形不享受当年年休假（条例第四条）。');
    note(`按${inShort(exact(workYears))}年工龄计算；新入职未满连续十二个月的，须先核对是否享受年休假。`);
    return working.working;
  },
});
