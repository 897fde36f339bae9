import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrap } from './bootstrap.ts';

const ones = (values: number[]) => values.map((part) => ({ part, whole: 1 }));

describe('bootstrap', () => {
  it('of values that are all the same has no width', () => {
    expect(bootstrap([ones([0.5, 0.5, 0.5])])).toEqual([{ value: 0.5, low: 0.5, high: 0.5 }]);
  });

  it('is about as wide as the normal interval of a mean', () => {
    // 400 zeros and ones, half each: 1.96 · √(0.25 / 400) = 0.049.
    const [found] = bootstrap([ones(Array.from({ length: 400 }, (_, i) => i % 2))]);
    expect(found?.value).toBe(0.5);
    expect(found?.low).toBeCloseTo(0.5 - 0.049, 1.9);
    expect(found?.high).toBeCloseTo(0.5 + 0.049, 1.9);
  });

  it('weighs a share by its wholes', () => {
    const [found] = bootstrap([
      [
        { part: 1, whole: 3 },
        { part: 1, whole: 1 },
      ],
    ]);
    expect(found).toEqual({ value: 0.5, low: 1 / 3, high: 1 });
  });

  it('is null where there is nothing to count', () => {
    expect(bootstrap([[], [{ part: 0, whole: 0 }]])).toEqual([null, null]);
    expect(bootstrap([[{ part: 0, whole: 0 }], ones([1])])).toEqual([null, { value: 1, low: 1, high: 1 }]);
  });

  it('contains the mean, is ordered, and is the same each time', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, (drawn) => {
        const [found] = bootstrap([ones(drawn)]);
        if (!found) throw new Error('nothing found');
        expect(found.low).toBeLessThanOrEqual(found.value + 1e-9);
        expect(found.high).toBeGreaterThanOrEqual(found.value - 1e-9);
        expect(found.low).toBeGreaterThanOrEqual(Math.min(...drawn) - 1e-9);
        expect(found.high).toBeLessThanOrEqual(Math.max(...drawn) + 1e-9);
        expect(bootstrap([ones(drawn)])).toEqual([found]);
      }),
      { numRuns: 50 },
    );
  });
});
