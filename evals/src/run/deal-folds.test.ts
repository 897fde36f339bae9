import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealFolds, groupNearlyEqual } from './deal-folds.ts';

describe('dealFolds', () => {
  const texts = Array.from({ length: 23 }, (_, i) => `${String.fromCodePoint(0x4e00 + 7 * i)}甲${'乙丙丁戊己'[i % 5]}`);

  it('deals folds of nearly one size, each question once', () => {
    const folds = dealFolds(texts, 5, 1);
    const sizes = [0, 1, 2, 3, 4].map((fold) => folds.filter((one) => one === fold).length);
    expect(sizes.sort()).toEqual([4, 4, 5, 5, 5]);
  });

  it('is the same for one seed and another for another', () => {
    expect(dealFolds(texts, 5, 1)).toEqual(dealFolds(texts, 5, 1));
    expect(dealFolds(texts, 5, 1)).not.toEqual(dealFolds(texts, 5, 2));
  });

  it('does not depend on the order of the questions', () => {
    const folds = new Map(dealFolds(texts, 5, 1).map((fold, i) => [texts[i], fold]));
    const turned = [...texts].reverse();
    expect(dealFolds(turned, 5, 1)).toEqual(turned.map((text) => folds.get(text)));
  });

  it('keeps equal questions together, whatever the rest', () => {
    const question = fc.string({ minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(question, { minLength: 2, maxLength: 30 }),
        fc.integer({ min: 0, max: 99 }),
        (some, seed) => {
          const folds = dealFolds([...some, ...some.map((text) => ` ${text}？`)], 3, seed);
          expect(folds.slice(some.length)).toEqual(folds.slice(0, some.length));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('groupNearlyEqual', () => {
  it('joins questions that differ in marks, width or a word', () => {
    const texts = [
      '借给朋友5万元没写利息，到期不还怎么办？',
      '借给朋友５万元没写利息 到期不还怎么办',
      '借给朋友5万元没写利息，到期不还该怎么办？',
      '房东不退押金怎么办？',
    ];
    expect(groupNearlyEqual(texts)).toEqual([[0, 1, 2], [3]]);
  });

  it('joins over a third one between', () => {
    const parts = ['abcdefghijklmnopqrst', 'abcdefghijklmnopqrstuv', 'cdefghijklmnopqrstuvwx'];
    expect(groupNearlyEqual(parts)).toEqual([[0, 1, 2]]);
  });
});
