import { daysBetween } from '../calendar/day-arithmetic.ts';
import { createWorking, yuan } from './calculation.ts';
import { defineCalculator, requireOrder } from './calculator.ts';
import { compare, exact, minus, times, toFen } from './exact.ts';
import { simpleInterest } from './interest-ledger.ts';
import { civil, contractRule } from './laws.ts';
import { annualRate, rateInWords } from './rate-words.ts';
import { yearDaysField } from './shared-fields.ts';

export const liquidatedDamages = defineCalculator({
  id: 'liquidated-damages',
  name: '违约金',
  about: '约定的数额，或按日、按月的比例乘以期间；与实际损失比较',
  citations: [civil('五百八十五'), contractRule('六十五')],
  fields: {
    agreed: { kind: 'money', label: '约定的违约金', help: '约定为固定数额时填，元' },
    base: { kind: 'money', label: '计算基数', help: '按比例计算时的基数，如逾期未付的货款，元' },
    rate: { kind: 'rate', label: '约定的比例', help: '如 日万分之五、月利率2%' },
    from: { kind: 'day', label: '违约开始日', help: '应当履行的次日' },
    to: { kind: 'day', label: '计算至', help: '算到哪一天（当天不计）' },
    loss: { kind: 'money', label: '实际损失', help: '能证明的损失，元；不填则不比较' },
    yearDays: yearDaysField,
  },
  calculate({ agreed, base, rate, from, to, loss, yearDays }) {
    const working = createWorking();
    const { step, result, note, need } = working;
    let damages = agreed;
    if (damages !== null) step(`约定的违约金为${yuan(damages)}。`, [civil('五百八十五')], damages);
    else if (base !== null && rate !== null && from !== null && to !== null) {
      requireOrder('to', from, to, '“计算至”不能早于“违约开始日”。');
      const days = daysBetween(from, to);
      const yearly = annualRate(rate, Number(yearDays));
      damages = toFen(simpleInterest(base, yearly, days, Number(yearDays)));
      const text = `${yuan(base)}×${rateInWords(rate, Number(yearDays))}×${days}天÷${yearDays}（${from}至${to}，算头不算尾）。`;
      step(text, [civil('五百八十五')], damages);
    } else {
      need('agreed', '请填写“约定的违约金”，或者“计算基数”“约定的比例”“违约开始日”“计算至”四项。');
      return working.working;
    }
    result('damages', '约定的违约金', damages);
    if (loss === null) {
      note('没有填写实际损失，不能判断违约金是否过分高于损失；违约方主张过高的，由其举证。');
      return working.working;
    }
    const line = times(loss, exact(13, 10));
    step(`损失${yuan(loss)}加百分之三十，为${yuan(line)}。`, [contractRule('六十五')], line);
    result('line', '损失的百分之一百三十', line);
    if (compare(damages, line) > 0) {
      const text = '违约金超过损失的百分之三十，一般可以认定为过分高于损失，当事人可以请求适当减少。';
      step(text, [civil('五百八十五'), contractRule('六十五')], minus(damages, line));
      note('减到多少由法院或仲裁机构综合衡量，不当然减到这一数额；恶意违约的，一般不予减少。');
    } else if (compare(damages, loss) < 0)
      step('违约金低于损失，可以请求增加。', [civil('五百八十五')], minus(loss, damages));
    else step('违约金没有超过损失的百分之三十。', [contractRule('六十五')]);
    return working.working;
  },
});
