import { createWorking, yuan } from './calculation.ts';
import { defineCalculator } from './calculator.ts';
import { exact, isPositive, least, minus, plus, times } from './exact.ts';
import { civil, contractRule } from './laws.ts';

export const deposit = defineCalculator({
  id: 'deposit',
  name: '定金',
  about: '定金以合同标的额的百分之二十为限；不能实现合同目的时没收或双倍返还',
  citations: [civil('五百八十六'), civil('五百八十七')],
  fields: {
    price: { kind: 'money', label: '主合同标的额', help: '合同总价，元', required: true },
    paid: { kind: 'money', label: '实际交付的定金', help: '须写明是“定金”，元', required: true },
    breach: {
      kind: 'choice',
      label: '谁违约',
      help: '谁的违约致使不能实现合同目的',
      required: true,
      choices: [
        { id: 'payer', label: '交定金的一方' },
        { id: 'receiver', label: '收定金的一方' },
        { id: 'none', label: '没有违约，已履行' },
      ],
    },
  },
  calculate({ price, paid, breach }) {
    const working = createWorking();
    const { step, result, note } = working;
    const limit = times(price, exact(20, 100));
    const effective = least(paid, limit);
    const beyond = minus(paid, effective);
    step(`定金不得超过标的额的百分之二十：${yuan(price)}×20%。`, [civil('五百八十六')], limit);
    step(`有定金效力的部分为${yuan(effective)}。`, [civil('五百八十六')], effective);
    if (isPositive(beyond)) step('超过的部分不产生定金的效力，仍应返还或者抵作价款。', [civil('五百八十六')], beyond);
    result('effective', '有定金效力的数额', effective);
    const returned = { payer: beyond, receiver: plus(times(effective, exact(2)), beyond), none: paid }[breach];
    const why = {
      payer: '交定金的一方违约，无权请求返还定金，只能要回超过限额的部分。',
      receiver: '收定金的一方违约，应当双倍返还定金，并返还超过限额的部分。',
      none: '债务已履行，定金抵作价款或者收回。',
    }[breach];
    step(why, [civil('五百八十七')], returned);
    result('returned', '应返还（或抵作价款）的数额', returned);
    note('只写“订金”“押金”“保证金”等、没有约定定金性质的，不适用定金罚则（合同编通则解释第六十七条）。');
    working.working.steps.at(-1)?.citations.push(contractRule('六十七'));
    note('同时约定违约金和定金的，只能选择其一（《民法典》第五百八十八条）。');
    return working.working;
  },
});
