import { describe, expect, it } from 'vitest';
import { comparable, readQuantities, sameValue } from './quantities.ts';

const one = (text: string) => {
  const [quantity] = readQuantities(text);
  if (!quantity) throw new Error(`no number in ${text}`);
  return quantity;
};

describe('numbers with units', () => {
  it.each([
    ['三年', '3年'],
    ['三年', '36个月'],
    ['三十日', '30天'],
    ['三十日', '一个月'],
    ['六个月', '半年'],
    ['十五日', '半个月'],
    ['24小时', '一天'],
    ['七日', '一周'],
    ['百分之二十', '20%'],
    ['百分之二十', '两成'],
    ['百分之二十', '五分之一'],
    ['百分之三百', '三倍'],
    ['二倍', '双倍'],
    ['２０％', '20%'],
    ['三分之二', '2/3'],
    ['五千元', '5000元'],
    ['一万元', '10000元'],
    ['一百万元', '100万元'],
    ['二十二周岁', '22岁'],
    ['三人', '三名'],
  ])('reads %s and %s as one', (written, said) => {
    expect(sameValue(one(written), one(said))).toBe(true);
  });

  it.each([
    ['三年', '两年'],
    ['三十日', '15天'],
    ['30个工作日', '30天'],
    ['百分之二十', '30%'],
    ['五百元', '五千元'],
  ])('tells %s from %s, though they may be held against each other', (written, said) => {
    expect(comparable(one(written), one(said))).toBe(true);
    expect(sameValue(one(written), one(said))).toBe(false);
  });

  it('does not hold years against money, ages or shares', () => {
    for (const other of ['三元', '三周岁', '三成', '三人']) expect(comparable(one('三年'), one(other))).toBe(false);
  });

  it('reads both ends of a range in the unit of its end', () => {
    expect(readQuantities('拘留五到十天，罚200至500元').map(({ kind, value }) => [kind, value])).toEqual([
      ['days', 5],
      ['days', 10],
      ['money', 200],
      ['money', 500],
    ]);
  });

  it.each([
    ['不得超过三年', 'at-most'],
    ['最长三年', 'at-most'],
    ['不满三年', 'at-most'],
    ['三年以下', 'at-most'],
    ['三年内', 'at-most'],
    ['不得少于三年', 'at-least'],
    ['至少三年', 'at-least'],
    ['三年以上', 'at-least'],
    ['超过三年', 'at-least'],
    ['三年', null],
    ['刑满五年内', 'at-most'],
  ])('reads the bound of %s', (text, bound) => {
    expect(one(text).bound).toBe(bound);
  });

  it('counts nothing in article numbers, years gone by and idioms', () => {
    expect(readQuantities('本法第二十条第一款，上一年度，一次性补助金，一般，一方，一律')).toEqual([]);
  });

  it('gives places in the text as written', () => {
    const text = '租期最长２０年。';
    const { raw, start, end } = one(text);
    expect([raw, text.slice(start, end)]).toEqual(['２０年', '２０年']);
  });
});
