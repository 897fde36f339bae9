import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topPlaces } from './top-places.ts';

describe('topPlaces', () => {
  it('gives the highest scores, best first, ties in order of place', () => {
    const scores = Float32Array.from([1, 5, 3, 5, 2, 3]);
    expect([...topPlaces(scores, 4, new Uint8Array(6).fill(1))]).toEqual([1, 3, 2, 5]);
  });

  it('leaves out what is not allowed and what is not above the floor', () => {
    const scores = Float32Array.from([1, 0, 3, 0]);
    expect([...topPlaces(scores, 4, Uint8Array.from([1, 1, 0, 1]), 0)]).toEqual([0]);
  });

  it('agrees with sorting everything', () => {
    const score = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(score, fc.boolean()), { maxLength: 60 }), fc.nat(20), (rows, count) => {
        const scores = Float32Array.from(rows, ([value]) => value);
        const allowed = Uint8Array.from(rows, ([, yes]) => (yes ? 1 : 0));
        const sorted = rows
          .map(([value, yes], place) => ({ value, yes, place }))
          .filter(({ yes }) => yes)
          .sort((a, b) => b.value - a.value || a.place - b.place)
          .slice(0, count);
        expect([...topPlaces(scores, count, allowed)]).toEqual(sorted.map(({ place }) => place));
      }),
    );
  });
});
