import { createWorking, type Working, yuan } from './calculation.ts';
import { defineCalculator, requireOrder } from './calculator.ts';
import { compare, type Exact, exact, inShort, least, most, plus, times, toFen } from './exact.ts';
import { labourContractLaw as law, labourContractRegulation as regulation } from './laws.ts';
import { serviceYears } from './service-years.ts';

const lawFrom = '2008-01-01';

export const severance = defineCalculator({
  id: 'severance',
  name: '经济补偿（N、N+1、2N）',
  about: '解除或终止劳动合同的经济补偿、代通知金、违法解除的赔偿金',
  citations: [law('四十六'), law('四十七'), law('四十'), law('八十七')],
  fields: {
    kind: {
      kind: 'choice',
      label: '情形',
      help: '用人单位为什么要付',
      required: true,
      choices: [
        { id: 'n', label: '经济补偿（N）' },
        { id: 'n1', label: '没有提前三十日通知，另付一个月（N+1）' },
        { id: '2n', label: '违法解除或终止，赔偿金（2N）' },
      ],
    },
    startedOn: { kind: 'day', label: '入职日', help: '用工之日', required: true },
    endedOn: { kind: 'day', label: '离职日', help: '在职的最后一天', required: true },
    wage: {
      kind: 'money',
      label: '月平均工资',
      help: '离职前十二个月应得工资的平均（含奖金、津贴），元',
      required: true,
    },
    lastWage: { kind: 'money', label: '上一个月工资', help: 'N+1 中另付的一个月，元' },
    localAverage: { kind: 'money', label: '当地上年度职工月平均工资', help: '设区的市公布的数额，元' },
    belowCap: {
      kind: 'choice',
      label: '确定不高于三倍',
      help: '月工资确定不高于当地平均工资三倍的，填 yes，可不填当地平均工资',
      choices: [
        { id: 'yes', label: '确定' },
        { id: 'no', label: '不确定' },
      ],
    },
    minimumWage: { kind: 'money', label: '当地最低工资', help: '月平均工资可能更低时填，元' },
  },
  calculate(values) {
    const working = createWorking();
    const { need, step, result, note } = working;
    const { kind, startedOn, endedOn, localAverage, lastWage } = values;
    requireOrder('endedOn', startedOn, endedOn, '“离职日”不能早于“入职日”。');
    if (localAverage === null && values.belowCap !== 'yes')
      need('localAverage', '请补充“当地上年度职工月平均工资”，或者确认月工资不高于它的三倍（belowCap=yes）。');
    if (kind === 'n1' && lastWage === null) need('lastWage', '请补充“上一个月工资”：代通知金按上一个月的工资标准。');
    if (working.working.needs.length > 0) return working.working;
    const isSplit = startedOn < lawFrom && kind !== '2n';
    if (isSplit) {
      need(null, '2008年1月1日之前的工作年限，按当时的规定计算经济补偿，须由律师核对；以下只算其后的部分。');
      if (endedOn < lawFrom) return working.working;
    }
    const counted = isSplit ? lawFrom : startedOn;
    const { years, words } = serviceYears(counted, endedOn);
    step(`${counted}至${endedOn}${words}，N＝${inShort(years)}。`, [
      law('四十七'),
      ...(isSplit ? [law('九十七')] : []),
    ]);
    const { wage, cappedYears } = countedWage(working, { ...values, years });
    const n = toFen(times(wage, cappedYears));
    step(`经济补偿：${yuan(wage)}×${inShort(cappedYears)}。`, [law('四十七')], n);
    if (kind === 'n') result('total', isSplit ? '2008年以后部分的经济补偿' : '经济补偿', n);
    else if (kind === 'n1' && lastWage !== null) {
      const total = plus(n, lastWage);
      step(`没有提前三十日书面通知，另付上一个月工资${yuan(lastWage)}。`, [law('四十'), regulation('二十')], lastWage);
      result('severance', '经济补偿', n);
      result('notice', '代通知金', lastWage);
      result('total', '合计', total);
    } else {
      const total = times(n, exact(2));
      step(
        `违法解除或者终止，按经济补偿标准的二倍支付赔偿金：${yuan(n)}×2。`,
        [law('八十七'), regulation('二十五')],
        total,
      );
      result('total', '赔偿金', total);
      note('付了赔偿金的，不再支付经济补偿；计算年限自用工之日起算（实施条例第二十五条）。');
    }
    return working.working;
  },
});

/** The monthly wage that counts, and the years: both are limited where the wage is above three times the local average. */
function countedWage(
  { step }: Working,
  values: { wage: Exact; localAverage: Exact | null; minimumWage: Exact | null; years: Exact },
): { wage: Exact; cappedYears: Exact } {
  const { wage, localAverage, minimumWage, years } = values;
  const ceiling = localAverage === null ? null : times(localAverage, exact(3));
  if (ceiling !== null && compare(wage, ceiling) > 0) {
    const cappedYears = least(years, exact(12));
    const text = `月工资高于当地平均工资的三倍，按三倍${yuan(ceiling)}计算，年限最高十二年，计${inShort(cappedYears)}年。`;
    step(text, [law('四十七')], ceiling);
    return { wage: ceiling, cappedYears };
  }
  const floor = minimumWage === null ? wage : most(wage, minimumWage);
  if (compare(floor, wage) > 0)
    step(`月平均工资低于当地最低工资，按${yuan(floor)}计算。`, [regulation('二十七')], floor);
  else
    step(
      `月工资按离职前十二个月的平均工资${yuan(wage)}计算，没有高于当地平均工资的三倍。`,
      [law('四十七'), regulation('二十七')],
      wage,
    );
  return { wage: floor, cappedYears: years };
}
