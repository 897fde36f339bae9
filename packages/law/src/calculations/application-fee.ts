import { createWorking, yuan } from './calculation.ts';
import { defineCalculator } from './calculator.ts';
import { compare, type Exact, exact, least, times } from './exact.ts';
import { executionBands, feeByBands, feeOf, half, preservationBands, propertyFee } from './fee-bands.ts';
import { writeBands } from './fee-steps.ts';
import { courtFees as rule } from './laws.ts';

const article = rule('十四');
const preservationLimit = exact(5000);
const bankruptcyLimit = exact(300_000);

export const applicationFee = defineCalculator({
  id: 'application-fee',
  name: '申请费',
  about: '申请执行、保全、支付令等的费用',
  citations: [rule('十四'), rule('二十')],
  fields: {
    kind: {
      kind: 'choice',
      label: '申请事项',
      help: '向法院申请什么',
      required: true,
      choices: [
        { id: 'execution', label: '强制执行' },
        { id: 'preservation', label: '保全' },
        { id: 'payment-order', label: '支付令' },
        { id: 'public-summons', label: '公示催告' },
        { id: 'arbitration', label: '撤销仲裁裁决、认定仲裁协议效力' },
        { id: 'bankruptcy', label: '破产' },
      ],
    },
    amount: { kind: 'money', label: '金额', help: '执行、保全、请求的金额，或者破产财产总额，元；没有金额的不填' },
  },
  calculate({ kind, amount }) {
    const working = createWorking();
    const { step, result, need, note } = working;
    const single = (fee: Exact) => {
      result('fee', '申请费', fee);
      return working.working;
    };
    if (kind === 'public-summons' || kind === 'arbitration') {
      const fee = exact(kind === 'arbitration' ? 400 : 100);
      step(`每件交纳${yuan(fee)}。`, [article], fee);
      return single(fee);
    }
    if (kind === 'execution' && amount === null) {
      step('没有执行金额或者价额的，每件50元至500元。', [article]);
      result('least', '申请费（最低）', exact(50));
      result('most', '申请费（最高）', exact(500));
      return working.working;
    }
    if (kind === 'execution' && amount !== null) {
      const lines = feeByBands(amount, 10_000, executionBands);
      writeBands(working, { base: 50, start: 10_000, lines, citation: article });
      note('执行申请费执行后交纳，由被执行人负担。');
      return single(feeOf(50, lines));
    }
    if (kind === 'preservation') {
      const lines = amount === null ? [] : feeByBands(amount, 1000, preservationBands);
      writeBands(working, { base: 30, start: 1000, lines, citation: article });
      const fee = feeOf(30, lines);
      if (compare(fee, preservationLimit) > 0)
        step('申请保全措施的费用最多不超过5000元。', [article], preservationLimit);
      return single(least(fee, preservationLimit));
    }
    if (amount === null) {
      need('amount', '请补充“金额”。');
      return working.working;
    }
    const full = propertyFee(amount);
    step('财产案件受理费标准。', [rule('十三')], full);
    if (kind === 'payment-order') {
      const fee = times(full, exact(1, 3));
      step('支付令比照财产案件受理费标准的三分之一交纳。', [article], fee);
      return single(fee);
    }
    const fee = least(half(full), bankruptcyLimit);
    step('破产案件减半交纳，最高不超过30万元；清算后交纳。', [article], fee);
    return single(fee);
  },
});
