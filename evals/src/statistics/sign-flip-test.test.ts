import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signFlipTest } from './sign-flip-test.ts';

describe('signFlipTest', () => {
  it('looks at all patterns of a few differences', () => {
    // Of the 8 patterns of three equal differences two are as extreme: all plus and all minus.
    expect(signFlipTest([1, 1, 1])).toBe(2 / 8);
    // 1 + 2 = 3; |±1 ±2| is 3 in two of four patterns.
    expect(signFlipTest([1, 2, 0, 0])).toBe(2 / 4);
    expect(signFlipTest([1, -1])).toBe(1);
  });

  it('is 1 where nothing differs', () => {
    expect(signFlipTest([])).toBe(1);
    expect(signFlipTest([0, 0])).toBe(1);
  });

  it('draws patterns where there are many: near to the normal tail', () => {
    // 100 differences of which 60 are +1: z = 20 / √100 = 2, two-sided 0.0455 (with the half step of a count, 0.057).
    const differences = Array.from({ length: 100 }, (_, i) => (i < 60 ? 1 : -1));
    expect(signFlipTest(differences)).toBeGreaterThan(0.045);
    expect(signFlipTest(differences)).toBeLessThan(0.07);
    expect(signFlipTest(Array.from({ length: 100 }, () => 1))).toBe(1 / 10_001);
  });

  it('gives the same for both directions, within 0 and 1', () => {
    const differences = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(differences, (drawn) => {
        const p = signFlipTest(drawn);
        expect(signFlipTest(drawn.map((value) => -value))).toBe(p);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});
