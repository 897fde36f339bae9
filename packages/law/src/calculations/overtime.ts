import { createWorking, yuan } from './calculation.ts';
import { defineCalculator } from './calculator.ts';
import { dividedBy, exact, inShort, isPositive, plus, times, toFen, zero } from './exact.ts';
import { labourLaw, monthOfPay } from './laws.ts';

/** Paid days of a month, 21.75. */
export const paidDays = exact(2175, 100);

const kinds = [
  { field: 'weekday', name: '工作日延长', percent: 150 },
  { field: 'restday', name: '休息日（未安排补休）', percent: 200 },
  { field: 'holiday', name: '法定休假日', percent: 300 },
] as const;

export const overtime = defineCalculator({
  id: 'overtime',
  name: '加班费',
  about: '标准工时下工作日150%、休息日200%、法定休假日300%',
  citations: [labourLaw('四十四'), monthOfPay],
  fields: {
    wage: { kind: 'money', label: '计算基数', help: '正常工作时间的月工资，元', required: true },
    weekday: { kind: 'number', label: '工作日加班小时', help: '延长工作时间，小时', fallback: '0' },
    restday: { kind: 'number', label: '休息日加班小时', help: '休息日加班又没有补休的，小时', fallback: '0' },
    holiday: { kind: 'number', label: '法定休假日加班小时', help: '法定休假日加班，小时', fallback: '0' },
  },
  calculate(values) {
    const working = createWorking();
    const { step, result, note } = working;
    const hourly = dividedBy(values.wage, times(paidDays, exact(8)));
    step(`小时工资：${yuan(values.wage)}÷21.75天÷8小时。`, [monthOfPay], hourly);
    let total = zero;
    for (const { field, name, percent } of kinds) {
      const hours = values[field];
      if (!isPositive(hours)) continue;
      const pay = toFen(times(times(hourly, hours), exact(percent, 100)));
      step(`${name}${inShort(hours)}小时：小时工资×${inShort(hours)}×${percent}%。`, [labourLaw('四十四')], pay);
      result(field, `${name}加班费`, pay);
      total = plus(total, pay);
    }
    result('total', '加班费合计', total);
    note('适用标准工时制；综合计算工时、不定时工作制和计件工资另行核对。已付的加班费应当减去。');
    note('基数有合同约定或者地方规定的，从其规定。2025年起法定休假日由11天增为13天。');
    return working.working;
  },
});
