import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuseRankings } from './fuse-rankings.ts';
import { holdPlaces } from './hold-places.ts';

describe('fuseRankings', () => {
  it('puts in front what both rankings have, and the own one before the other where they are equal', () => {
    expect(fuseRankings(['a', 'b', 'c'], [['x', 'c', 'y']])).toEqual(['c', 'a', 'x', 'b', 'y']);
  });

  it('gives all other rankings together the weight of the own one', () => {
    // With half its weight each, neither x nor y comes before b.
    expect(fuseRankings(['a', 'b'], [['x'], ['y']])).toEqual(['a', 'b', 'x', 'y']);
    expect(fuseRankings(['a', 'b'], [['x'], ['x']])).toEqual(['a', 'x', 'b']);
  });

  it('holds the own hit of rank r to place 2r, whatever the others agree on', () => {
    const own = ['lost', ...Array.from({ length: 30 }, (_, i) => `d${i}`)];
    const fused = fuseRankings(own, [own.slice(1).reverse()]);
    expect(fused.indexOf('lost')).toBe(1);
  });

  it('loses nothing, doubles nothing, and has the first r of the own ranking among its first 2r', () => {
    const ranking = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 25 });
    fc.assert(
      fc.property(ranking, fc.array(ranking, { maxLength: 2 }), (own, others) => {
        const fused = fuseRankings(own, others);
        expect([...fused].sort()).toEqual([...new Set([...own, ...others.flat()])].sort());
        for (const [i, id] of own.entries()) expect(fused.indexOf(id) + 1).toBeLessThanOrEqual(2 * (i + 1));
      }),
    );
  });
});

describe('holdPlaces', () => {
  it('leaves an order that keeps to it as it is, and brings forward only what is late', () => {
    const order = ['e', 'a', 'd', 'b', 'c'];
    const never = () => Number.POSITIVE_INFINITY;
    expect(holdPlaces(order, ['a', 'b'], never)).toEqual(order);
    expect(holdPlaces(order, ['b', 'c'], (rank) => (rank <= 2 ? 3 : Number.POSITIVE_INFINITY))).toEqual([
      ...['e', 'b', 'c'],
      ...['a', 'd'],
    ]);
  });
});
