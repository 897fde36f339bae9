import { describe, expect, it } from 'vitest';
import { chineseNumber, findInLaw } from './find-in-law.ts';

const provisions = [
  { id: 'a', article: '第十条', text: '处理民事纠纷，应当依照法律。' },
  { id: 'b', article: '第五百七十七条', text: '当事人一方不履行合同义务的，应当承担违约责任。' },
];

describe('findInLaw', () => {
  it('wants every word', () => {
    expect(findInLaw(provisions, '应当')).toEqual(['a', 'b']);
    expect(findInLaw(provisions, '应当 合同')).toEqual(['b']);
  });

  it('takes an article by its number, in either writing', () => {
    expect(findInLaw(provisions, '577')).toEqual(['b']);
    expect(findInLaw(provisions, '第577条')).toEqual(['b']);
    expect(findInLaw(provisions, '第五百七十七条')).toEqual(['b']);
  });

  it('finds nothing for nothing', () => {
    expect(findInLaw(provisions, '  ')).toEqual([]);
  });
});

it.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [100, '一百'],
  [101, '一百零一'],
  [110, '一百一十'],
  [1000, '一千'],
  [1001, '一千零一'],
  [1260, '一千二百六十'],
])('%d is written %s', (value, text) => {
  expect(chineseNumber(value)).toBe(text);
});
