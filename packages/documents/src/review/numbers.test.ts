import { describe, expect, it } from 'vitest';
import { capitalsOf, moneyOf, monthsOf, shareOf } from './numbers.ts';
import { dayOf, monthsBetween } from './values/dates.ts';

describe('numbers of a contract', () => {
  it.each([
    ['壹万贰仟元整', 12_000],
    ['叁拾万伍仟零陆拾元伍角', 305_060.5],
    ['壹亿贰仟万元整', 120_000_000],
    ['拾万元整', 100_000],
    ['伍佰元整', 500],
    ['壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分', 1_234_567.89],
    ['三千元整', 3000],
    ['贰拾万零伍拾元', 200_050],
  ])('%s in capitals is %d', (words, value) => expect(capitalsOf(words)).toBeCloseTo(value, 2));

  it.each([
    ['百分之五', 0.05],
    ['万分之五', 0.0005],
    ['千分之三', 0.003],
    ['12.5%', 0.125],
    ['3‰', 0.003],
    ['百分之零点五', 0.005],
    ['百分之一百五十', 1.5],
  ])('%s is %d', (words, value) => expect(shareOf(words)).toBeCloseTo(value, 8));

  it.each([
    ['两年', 24],
    ['半年', 6],
    ['十八个月', 18],
    ['30日', 1],
    ['3年', 36],
  ])('%s is %d months', (words, value) => expect(monthsOf(words)).toBe(value));

  it.each([
    ['3.5万元', 35_000],
    ['5000元', 5000],
    ['1亿元', 1e8],
  ])('%s is %d', (words, value) => expect(moneyOf(words)).toBe(value));

  it.each([
    ['2026年3月1日', '2027年2月28日', 12],
    ['2026-01-01', '2026-06-30', 6],
    ['二〇二六年一月十五日', '二〇二七年一月十五日', 12],
    ['2026年1月31日', '2026年2月28日', 0.933],
  ])('from %s to %s are %d months', (from, to, months) => {
    const [start, end] = [dayOf(from), dayOf(to)];
    expect(start && end ? monthsBetween(start, end) : null).toBeCloseTo(months, 1);
  });
});
