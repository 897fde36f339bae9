import type { Calculation } from '@lutai/law';
import { print, remark } from '../../output/print.ts';

/** The figures, the working with its provisions, the rates used; what must be known first goes to stderr. */
export function printCalculation(name: string, calculation: Calculation, optionOf: (field: string) => string): void {
  const { results, steps, rates, needs, notes } = calculation;
  if (results.length > 0) print(name);
  for (const { label, value, unit } of results) print(`  ${label}：${value}${unit === 'yuan' ? '元' : ''}`);
  if (steps.length > 0) print('算法：');
  for (const [index, { text, amount, citations }] of steps.entries()) {
    const sum = amount === undefined ? '' : ` ＝ ${amount}元`;
    const basis = citations.length === 0 ? '' : `（${citations.join('、')}）`;
    print(`  ${index + 1}. ${text.replace(/。$/u, '')}${sum}${basis}`);
  }
  for (const { name: rate, rate: value, from, source } of rates) print(`利率：${rate} ${value}，${from}起，${source}`);
  for (const note of notes) print(`注意：${note}`);
  for (const { field, text } of needs) remark(`需要：${text}${field === null ? '' : `（--${optionOf(field)}）`}`);
}
