import { createWorking, type Working, yuan } from './calculation.ts';
import { CalculationInputError, defineCalculator, requireOrder } from './calculator.ts';
import { type Exact, isPositive, minus, sum, toFen } from './exact.ts';
import type { Payment } from './fields.ts';
import { runLedger } from './interest-ledger.ts';
import { civil, lendingRule } from './laws.ts';
import { writeLedger } from './ledger-steps.ts';
import { loanRates, newCeilingFrom } from './loan-rates.ts';
import type { StatedRate } from './rate-words.ts';
import { lprField, yearDaysField } from './shared-fields.ts';

export const loanInterest = defineCalculator({
  id: 'loan-interest',
  name: '民间借贷利息',
  about: '按约定利率和法定上限计算借款利息、逾期利息，还款先抵利息',
  citations: [lendingRule('二十五'), lendingRule('二十八'), civil('六百八十'), civil('五百六十一')],
  fields: {
    principal: { kind: 'money', label: '借款金额', help: '借条或合同上写的本金，元', required: true },
    deducted: { kind: 'money', label: '预先扣除的利息', help: '交付时先扣下的利息（砍头息），元', fallback: '0' },
    contractedOn: { kind: 'day', label: '合同成立日', help: '签订合同或出具借条的日期', required: true },
    from: { kind: 'day', label: '起息日', help: '实际交付借款的日期', required: true },
    to: { kind: 'day', label: '计算至', help: '利息算到哪一天（当天不计）', required: true },
    dueOn: { kind: 'day', label: '还款期限', help: '约定的还款日；没有约定就不填' },
    interest: {
      kind: 'choice',
      label: '利息约定',
      help: '有没有约定利息；填了利率就不必填',
      choices: [
        { id: 'agreed', label: '有约定' },
        { id: 'none', label: '没有约定' },
        { id: 'unclear', label: '约定不明' },
      ],
    },
    rate: { kind: 'rate', label: '约定利率', help: '如 年利率12%、月息1.5分、日万分之五' },
    overdueRate: { kind: 'rate', label: '约定的逾期利率', help: '违约金、其他费用与逾期利息合并折成利率' },
    parties: {
      kind: 'choice',
      label: '双方',
      help: '利息约定不明时须知道',
      choices: [
        { id: 'natural', label: '都是自然人' },
        { id: 'other', label: '有一方是单位' },
      ],
    },
    filedOn: { kind: 'day', label: '起诉日', help: '2020年8月20日之前成立的合同须填' },
    payments: { kind: 'payments', label: '已还款', help: '日期:金额，多项用逗号隔开' },
    costs: { kind: 'money', label: '实现债权的费用', help: '应由借款人负担的费用，还款先抵它，元', fallback: '0' },
    yearDays: yearDaysField,
    lpr: lprField,
  },
  calculate(values, rates) {
    const working = createWorking();
    const { step, result, note } = working;
    requireOrder('to', values.from, values.to, '“计算至”不能早于“起息日”。');
    requireOrder('from', values.contractedOn, values.from, '“起息日”不能早于“合同成立日”。');
    if (values.dueOn !== null) requireOrder('dueOn', values.from, values.dueOn, '“还款期限”不能早于“起息日”。');
    const early = values.payments?.find(({ day }) => day < values.from);
    if (early) throw new CalculationInputError('payments', `还款日${early.day}早于“起息日”。`);
    const interest = values.rate === null ? values.interest : 'agreed';
    const rate = rateAgreed(working, interest, values);
    if (rate === undefined) return working.working;
    const principal = minus(values.principal, values.deducted);
    if (isPositive(values.deducted)) {
      const cited = [civil('六百七十'), lendingRule('二十六')];
      step(`预先扣除利息${yuan(values.deducted)}，本金按实际出借的${yuan(principal)}计算。`, cited, principal);
    }
    if (!isPositive(principal)) {
      working.need('principal', '实际出借的金额须大于零，请核对借款金额和预先扣除的利息。');
      return working.working;
    }
    const yearDays = Number(values.yearDays);
    const spans = loanRates(working, { ...values, rate, yearDays }, rates.lpr.with(values.lpr ?? []));
    if (spans === null) return working.working;
    const payments = (values.payments ?? []).filter(({ day }) => day <= values.to);
    if (payments.length < (values.payments?.length ?? 0)) note('“计算至”之后的还款没有计入。');
    const ledger = runLedger({ principal, costs: values.costs, spans, payments, yearDays });
    writeLedger(working, ledger, yearDays);
    result('interest', '尚欠利息', ledger.interest);
    result('principal', '尚欠本金', ledger.principal);
    if (isPositive(values.costs)) result('costs', '尚欠费用', ledger.costs);
    result('total', '尚欠合计', owed(ledger));
    result('accrued', '累计产生的利息', ledger.accrued);
    result('paid', '已还款', sum(payments.map(({ amount }) => amount)));
    if (isPositive(ledger.surplus)) result('surplus', '多还的款项', ledger.surplus);
    addNotes(working, { ...values, rate, payments });
    return working.working;
  },
});

/** What is owed in all, each part to the fen, so that the parts add up to the whole. */
const owed = (ledger: { costs: Exact; interest: Exact; principal: Exact }) =>
  sum([ledger.costs, ledger.interest, ledger.principal].map(toFen));

/** The rate, null for none, undefined where it must be known first. */
function rateAgreed(
  { need, step }: Working,
  interest: 'agreed' | 'none' | 'unclear' | null,
  { rate, parties }: { rate: StatedRate | null; parties: 'natural' | 'other' | null },
): StatedRate | null | undefined {
  if (interest === 'agreed' && rate !== null) return rate;
  if (interest === 'none') {
    step('没有约定利息，视为没有利息。', [civil('六百八十'), lendingRule('二十四')]);
    return null;
  }
  if (interest === 'unclear' && parties === 'natural') {
    step('自然人之间借款，利息约定不明，视为没有利息。', [civil('六百八十'), lendingRule('二十四')]);
    return null;
  }
  if (interest === 'unclear' && parties === null) need('parties', '利息约定不明：请说明双方是否都是自然人。');
  else if (interest === 'unclear')
    need('rate', '利息约定不明且有一方是单位：由法院结合交易方式、交易习惯和市场报价利率确定，确定后按该利率填写。');
  else if (interest === 'agreed') need('rate', '请补充“约定利率”：如 年利率12%、月息1.5分。');
  else need('interest', '请说明有没有约定利息；有约定的，填写“约定利率”。');
  return undefined;
}

function addNotes(
  { note }: Working,
  values: {
    contractedOn: string;
    dueOn: string | null;
    rate: StatedRate | null;
    payments: Payment[];
    overdueRate: unknown;
  },
): void {
  if (values.contractedOn < newCeilingFrom) {
    note('2020年8月20日之前的部分按年利率24%封顶，须由当事人请求适用当时的司法解释。');
    if (values.payments.some(({ day }) => day < newCeilingFrom))
      note('当时自愿支付的年利率24%至36%之间的利息，一般不能要回；本计算把还款按24%抵充，须由律师核对。');
  }
  if (values.dueOn === null && values.rate === null)
    note('没有约定还款期限：催告并给合理期限后仍不还的，才有逾期利息。');
  note('银行等金融机构，以及小额贷款公司等七类地方金融组织的借款不适用这一上限。');
}
