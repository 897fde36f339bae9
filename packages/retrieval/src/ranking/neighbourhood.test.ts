import { describe, expect, it } from 'vitest';
import { createVectorTable, setVector } from '../vectors/vector-table.ts';
import { describeNeighbourhood, neighbourhoodNames, type Surroundings } from './neighbourhood.ts';

/** Five provisions: 0, 1 and 2 of one law, 3 and 4 of another; 2 stands under other headings than 0 and 1. */
const table = createVectorTable(4, 5);
for (const [place, vector] of [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 1, 0, 0],
  [0, 0, 0, 1],
].entries())
  setVector(table, place, vector);
const facts = {
  lawOf: Int32Array.of(0, 0, 0, 1, 1),
  headingOf: Int32Array.of(0, 0, 1, 2, 2),
  headings: ['甲', '乙', '丙'],
  length: new Float32Array(5),
  kind: new Uint8Array(5),
};
const vector = Float32Array.of(0.6, 0.8, 0, 0);
const nobody: Surroundings['answered'] = {
  nearest: [],
  nearestOn: () => ({ highest: 0, mean: 0 }),
  cases: () => [],
};
const askedOfOne: Surroundings['answered'] = {
  ...nobody,
  nearest: [{ similarity: 0.7, places: [1] }],
  nearestOn: (place) => (place === 1 ? { highest: 0.7, mean: 0.7 } : { highest: 0, mean: 0 }),
};
const places = Int32Array.of(0, 1, 2, 3, 4);
const cosines = Float32Array.of(0.6, 0.8, 0, 0.8, 0);
const known = { table, facts, vector, near: [1, 3, 0], nearCosines: [0.8, 0.8, 0.6], answered: askedOfOne };

function read(around: Surroundings) {
  const { width, values } = describeNeighbourhood(around, places, cosines);
  expect(width).toBe(neighbourhoodNames.length);
  return (name: (typeof neighbourhoodNames)[number]) =>
    Array.from(places, (_, i) => Number((values[i * width + neighbourhoodNames.indexOf(name)] ?? 0).toFixed(3)));
}

describe('the neighbourhood of candidates', () => {
  const of = read({ ...known, support: new Map([[1, { sum: 0.6 }]]) });

  it('lets questions on an article speak for those beside it in its law, not for itself and not across laws', () => {
    expect(of('support of the articles beside it')).toEqual([0.6, 0, 0.6, 0, 0]);
    expect(of('nearest question on the articles beside it')).toEqual([0.7, 0, 0.7, 0, 0]);
  });

  it('shares support out among laws and headings', () => {
    expect(of('share of the support in this law')).toEqual([1, 1, 1, 0, 0]);
    expect(of('share of the support under these headings')).toEqual([1, 1, 0, 0, 0]);
    expect(of('votes of the five nearest questions for this law')).toEqual([0.7, 0.7, 0.7, 0, 0]);
  });

  it('tells what is like the supported provisions, none being like itself', () => {
    expect(of('likeness to the supported provisions')).toEqual([0, 1, 0, 1, 0]);
    expect(of('likeness to the most like supported provision')).toEqual([0, 0, 0, 1, 0]);
  });

  it('sees the cosines around', () => {
    expect(of('best cosine of the articles beside it')).toEqual([0.8, 0.6, 0.8, 0, 0.8]);
    expect(of('mean cosine of the candidates under these headings')).toEqual([0.7, 0.7, 0, 0.4, 0.4]);
    expect(of('likeness to the ten nearest provisions')[1]).toBeGreaterThan(0.9);
  });

  it('is zero where nothing was ever asked and nothing is near', () => {
    const silent = read({ ...known, near: [], nearCosines: [], answered: nobody, support: new Map() });
    for (const name of neighbourhoodNames) {
      if (!name.includes('cosine')) expect(silent(name)).toEqual([0, 0, 0, 0, 0]);
    }
  });
});
