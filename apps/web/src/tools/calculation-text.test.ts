import { expect, it } from 'vitest';
import { calculationText, groupedYuan } from './calculation-text.ts';

it.each([
  ['0.00', '0.00'],
  ['999.5', '999.5'],
  ['1000', '1,000'],
  ['1234567.89', '1,234,567.89'],
])('%s yuan is written %s', (decimal, grouped) => {
  expect(groupedYuan(decimal)).toBe(grouped);
});

it('writes a calculation with its steps, provisions and dated rates, and without headings of what there is not', () => {
  const text = calculationText(
    {
      calculator: 'loan-interest',
      name: '民间借贷利息',
      results: [{ id: 'interest', label: '尚欠利息', value: '1200.00', unit: 'yuan' }],
      steps: [{ text: '按约定计算。', amount: '1200.00', citations: ['《中华人民共和国民法典》第六百八十条'] }],
      rates: [{ name: '一年期LPR', rate: '3.1%', from: '2024-10-21', source: '全国银行间同业拆借中心' }],
      needs: [],
      notes: [],
    },
    { steps: '计算过程', rates: '所用利率', notes: '说明', needs: '还需要', from: (day) => `${day}起` },
  );
  expect(text).toBe(
    [
      '民间借贷利息\n尚欠利息：1,200.00 元',
      '计算过程\n1. 按约定计算。（《中华人民共和国民法典》第六百八十条）',
      '所用利率\n一年期LPR 3.1%，2024-10-21起，全国银行间同业拆借中心',
    ].join('\n\n'),
  );
});
