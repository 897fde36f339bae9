import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThreeHighest, nthHighest } from './highest.ts';

const some = fc.array(fc.float({ noNaN: true, min: -1, max: 1 }), { maxLength: 30 });
const descending = (values: readonly number[]) => [...values].sort((a, b) => b - a);

describe('the n-th highest value', () => {
  it('is what sorting gives, repeated values included', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 10 }), (values, n) => {
        const expected = values.length <= n ? Number.NEGATIVE_INFINITY : descending(values)[n - 1];
        expect(nthHighest(values, n)).toBe(expected);
      }),
    );
    expect(nthHighest([3, 3, 3, 1], 2)).toBe(3);
  });

  it('is below everything where none are wanted', () => {
    expect(nthHighest([1, 2], 0)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('the three highest', () => {
  it('give the highest and their mean, whatever the order', () => {
    const three = createThreeHighest();
    fc.assert(
      fc.property(some, (values) => {
        three.clear();
        for (const value of values) three.add(value);
        const best = descending(values).slice(0, 3);
        const mean = best.reduce((sum, value) => sum + value, 0) / Math.max(best.length, 1);
        expect(three.highest()).toBe(best[0] ?? 0);
        expect(three.mean()).toBeCloseTo(mean, 12);
      }),
    );
  });
});
