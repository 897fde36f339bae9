import { createWorking } from './calculation.ts';
import { CalculationInputError, defineCalculator } from './calculator.ts';
import { capitalsLimit, fromCapitals, toCapitals } from './capitals.ts';
import { compare, inYuan } from './exact.ts';

const source = '《正确填写票据和结算凭证的基本规定》（中国人民银行《支付结算办法》附件一）';

export const capitals = defineCalculator({
  id: 'capitals',
  name: '人民币大写',
  about: '金额写成大写，或者把大写读成金额',
  citations: [source],
  fields: {
    amount: { kind: 'money', label: '金额', help: '如 12300.50，元' },
    words: { kind: 'text', label: '大写', help: '如 壹万贰仟叁佰元伍角' },
  },
  calculate({ amount, words }) {
    const working = createWorking();
    const { working: found, need, result, step } = working;
    if (amount === null && words === null) need('amount', '请填写“金额”或者“大写”。');
    if (amount !== null) {
      if (compare(amount, capitalsLimit) >= 0) throw new CalculationInputError('amount', '金额须小于一万亿元。');
      const value = toCapitals(amount);
      step(`${inYuan(amount)}元写作人民币${value}。`, [source], amount);
      found.results.push({ id: 'capitals', label: '人民币大写', value, unit: 'text' });
    }
    if (words !== null) {
      const read = fromCapitals(words);
      if (read === null) throw new CalculationInputError('words', `读不出这个大写金额：“${words}”。`);
      step(`${words}是${inYuan(read)}元。`, [source], read);
      result('amount', '金额', read);
      if (amount !== null && compare(read, amount) !== 0) working.note('金额与大写不一致。');
    }
    return found;
  },
});
