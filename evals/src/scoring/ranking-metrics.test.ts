import { describe, expect, it } from 'vitest';
import { mean, ndcgAt, percentile, recallAt, reciprocalRankAt } from './ranking-metrics.ts';

const ranked = ['a', 'b', 'c', 'd', 'e'];
const relevant = new Map([
  ['b', 1],
  ['e', 1],
  ['x', 1],
]);

describe('ranking metrics, against values worked out by hand', () => {
  it('recall counts the relevant documents among the first k', () => {
    expect(recallAt(ranked, relevant, 1)).toBe(0);
    expect(recallAt(ranked, relevant, 2)).toBeCloseTo(1 / 3);
    expect(recallAt(ranked, relevant, 5)).toBeCloseTo(2 / 3);
  });

  it('a document ranked twice counts once', () => {
    expect(recallAt(['b', 'b', 'b'], relevant, 3)).toBeCloseTo(1 / 3);
  });

  it('the reciprocal rank is that of the first relevant document, within k', () => {
    expect(reciprocalRankAt(ranked, relevant, 10)).toBe(0.5);
    expect(reciprocalRankAt(ranked, relevant, 1)).toBe(0);
    expect(reciprocalRankAt(['e', 'b'], relevant, 10)).toBe(1);
  });

  it('ndcg compares with the best possible order', () => {
    // Gains at ranks 2 and 5; the best order has three at ranks 1 to 3.
    const gained = 1 / Math.log2(3) + 1 / Math.log2(6);
    const best = 1 + 1 / Math.log2(3) + 1 / 2;
    expect(ndcgAt(ranked, relevant, 10)).toBeCloseTo(gained / best);
    expect(ndcgAt(['b', 'e', 'x'], relevant, 10)).toBe(1);
  });

  it('ndcg weighs graded labels', () => {
    const graded = new Map([
      ['a', 1],
      ['b', 2],
    ]);
    expect(ndcgAt(['a', 'b'], graded, 2)).toBeCloseTo((1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3)));
  });

  it('a question without labels scores nothing', () => {
    const none = new Map<string, number>();
    expect([recallAt(ranked, none, 5), reciprocalRankAt(ranked, none, 5), ndcgAt(ranked, none, 5)]).toEqual([0, 0, 0]);
  });

  it('percentiles are by nearest rank', () => {
    const values = [15, 20, 35, 40, 50];
    expect(percentile(values, 0.5)).toBe(35);
    expect(percentile(values, 0.95)).toBe(50);
    expect(percentile(values, 0.05)).toBe(15);
    expect(percentile([], 0.5)).toBe(0);
  });

  it('the mean of nothing is 0', () => {
    expect(mean([])).toBe(0);
    expect(mean([1, 2, 6])).toBe(3);
  });
});
