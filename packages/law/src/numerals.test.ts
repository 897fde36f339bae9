import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleLabel, compareArticles, parseArticleLabel, toNumberedArticle } from './article-label.ts';
import { chineseToNumber, numberToChinese } from './numerals.ts';

describe('Chinese numerals', () => {
  it.each([
    [0, '零'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [577, '五百七十七'],
    [1001, '一千零一'],
    [1012, '一千零一十二'],
    [1260, '一千二百六十'],
    [10_010, '一万零一十'],
    [99_999, '九万九千九百九十九'],
  ])('writes %i as %s', (value, text) => {
    expect(numberToChinese(value)).toBe(text);
  });

  it('reads back every number up to 99,999 that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (value) => {
        expect(chineseToNumber(numberToChinese(value))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['廿三', 23],
    ['卅', 30],
    ['两百', 200],
    ['两千零五', 2005],
    ['一〇二', 102],
    ['二○○四', 2004],
    ['１２', 12],
    ['133', 133],
    ['一百十二', 112],
    ['一万二千', 12_000],
  ])('reads %s', (text, value) => {
    expect(chineseToNumber(text)).toBe(value);
  });

  it.each(['', '条', '百', '十百', '三千五千', '五百七十百', '一百五', '一二百', '百万亿', '100000', '九十九万'])(
    'refuses %s',
    (text) => {
      expect(chineseToNumber(text)).toBeNull();
    },
  );

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void chineseToNumber(text)));
  });
});

describe('article labels', () => {
  it('reads back every label that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 30 }), (number, suffix) => {
        expect(parseArticleLabel(articleLabel(number, suffix))).toEqual({ number, suffix });
      }),
    );
  });

  it('brings labels in any digits to one form', () => {
    expect(toNumberedArticle('第133条之1')).toBe('第一百三十三条之一');
    expect(toNumberedArticle('第 ５７７ 条')).toBe('第五百七十七条');
    expect(toNumberedArticle('第3段')).toBeNull();
  });

  it('orders 之 after its article and before the next', () => {
    const labels = ['第一百三十四条', '第一百三十三条之二', '第3段', '第一百三十三条', '第一百三十三条之一'];
    expect(labels.sort(compareArticles)).toEqual([
      '第一百三十三条',
      '第一百三十三条之一',
      '第一百三十三条之二',
      '第一百三十四条',
      '第3段',
    ]);
  });
});
