import { describe, expect, it } from 'vitest';
import { emptyRow, readRows, withoutSyntax, writeRows } from './field-rows.ts';

describe('rows of a calculator’s field', () => {
  it.each([
    ['payments', '2024-05-01:5000, 2024-06-01:3000.50'],
    ['spans', '2024-05-01/2024-06-30'],
    ['lpr', '2026-10-20=3.0/3.5'],
    ['lpr', '2026-10-20=3.0'],
  ] as const)('of %s are read and written again as they were', (kind, words) => {
    expect(writeRows(kind, readRows(kind, words))).toBe(words);
  });

  it('that nothing was written into are left out, half-written ones are not', () => {
    expect(writeRows('payments', [emptyRow('payments'), ['2024-05-01', '']])).toBe('2024-05-01:');
    expect(readRows('payments', '')).toEqual([]);
  });
});

it.each([
  ['日期:金额，多项用逗号隔开', ''],
  ['抵入上述债务的部分，日期:金额，多项用逗号隔开', '抵入上述债务的部分'],
  ['非因被执行人申请而中止、暂缓执行的期间，起/止', '非因被执行人申请而中止、暂缓执行的期间'],
  ['没有收录的月份：公布日=一年期/五年期以上（%），多项用逗号隔开', '没有收录的月份'],
])('the help 「%s」 keeps what is not syntax', (help, kept) => {
  expect(withoutSyntax(help)).toBe(kept);
});
