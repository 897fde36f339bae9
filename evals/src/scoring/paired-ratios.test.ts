import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedDifference, pairedPValue } from './paired-difference.ts';
import { pairedRatios } from './paired-ratios.ts';

const shares = (...pairs: [number, number][]) => pairs.map(([part, whole]) => ({ part, whole }));

describe('pairedRatios', () => {
  it('compares figures whose wholes differ', () => {
    // 3 of 6 cited before, 3 of 4 now.
    const found = pairedRatios(shares([1, 2], [2, 4]), shares([1, 2], [2, 2]));
    expect(found).toMatchObject({ first: 0.5, second: 0.75, difference: 0.25 });
    // The first question is the same both times; exchanging the second turns the sign and is as far.
    expect(found?.p).toBe(1);
  });

  it('is the paired difference where the wholes are the same', () => {
    const one = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (drawn) => {
        const first = drawn.map(([part]) => ({ part, whole: 3 }));
        const second = drawn.map(([, part]) => ({ part, whole: 3 }));
        const [ratios, plain] = [pairedRatios(first, second), pairedDifference(first, second)];
        expect(ratios?.difference).toBeCloseTo(plain?.difference ?? Number.NaN);
        expect(ratios?.low).toBeCloseTo(plain?.low ?? Number.NaN);
        expect(ratios?.high).toBeCloseTo(plain?.high ?? Number.NaN);
        expect(ratios?.p).toBeCloseTo(pairedPValue(first, second));
      }),
      { numRuns: 25 },
    );
  });

  it('draws ways of exchanging where there are many', () => {
    const many = (part: number) => Array.from({ length: 40 }, () => ({ part, whole: 2 }));
    const found = pairedRatios(many(1), many(2));
    expect(found).toMatchObject({ difference: 0.5, low: 0.5, high: 0.5 });
    expect(found?.p).toBeLessThan(0.001);
  });

  it('is null where a run has nothing to count', () => {
    expect(pairedRatios([], [])).toBeNull();
    expect(pairedRatios(shares([0, 0]), shares([1, 1]))).toBeNull();
  });
});
