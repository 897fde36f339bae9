import { Document } from '@langchain/core/documents';
import { FakeEmbeddings } from '@langchain/core/utils/testing';
import { describe, expect, it } from 'vitest';
import { createProvisionCatalogue, toCatalogueData } from '../storage/provision-catalogue.ts';
import type { VectorSearchKind } from '../types.ts';
import { buildProvisionVectors } from './provision-vectors.ts';
import { allCosines, createVectorTable, setVector, toUnit } from './vector-table.ts';

const COUNT = 1500;
const DIMENSIONS = 24;

/** Numbers that look random and are the same in every run. */
const wave = (seed: number) =>
  Math.sin(seed * 12.9898) * 43758.5453 - Math.floor(Math.sin(seed * 12.9898) * 43758.5453) - 0.5;
const vectorOf = (seed: number) => Array.from({ length: DIMENSIONS }, (_, d) => wave(seed * DIMENSIONS + d));

const table = createVectorTable(DIMENSIONS, COUNT);
for (let place = 0; place < COUNT; place += 1) setVector(table, place, vectorOf(place + 1));
const catalogue = createProvisionCatalogue(
  toCatalogueData(
    Array.from({ length: COUNT }, (_, place) => ({
      provisionId: `p${place}`,
      lawId: 'l',
      versionId: 'v',
      law: '示例法',
      article: `第${place}条`,
      path: [],
      level: 'law',
      effectiveFrom: null,
      effectiveTo: null,
      text: `条文${place}`,
    })),
  ),
);
const queries = Array.from({ length: 40 }, (_, i) => toUnit(vectorOf(10_000 + i)));
const open = (kind: VectorSearchKind) =>
  buildProvisionVectors({ table, catalogue, embeddings: new FakeEmbeddings() }, { kind, breathe: async () => {} });

describe.each<VectorSearchKind>(['hnsw', 'exact'])('vectors by %s', (kind) => {
  it('find nearly all of the nearest ten', async () => {
    const vectors = await open(kind);
    let found = 0;
    for (const query of queries) {
      const cosines = allCosines(table, query);
      const nearest = [...cosines.keys()].sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0)).slice(0, 10);
      const given = new Set((await vectors.nearest(query, 10)).slice(0, 10));
      found += nearest.filter((place) => given.has(place)).length;
    }
    expect(found / (queries.length * 10)).toBeGreaterThanOrEqual(0.98);
  });

  it('give no more than there are, nearest first, with 1 − cosine as the distance', async () => {
    const vectors = await open(kind);
    const query = queries[0] ?? new Float32Array(DIMENSIONS);
    const cosines = allCosines(table, query);
    const found = await vectors.store.similaritySearchVectorWithScore(Array.from(query), 5);
    expect(found).toHaveLength(5);
    for (const [document, distance] of found) {
      expect(distance).toBeCloseTo(1 - (cosines[Number(document.metadata.place)] ?? 0), 4);
    }
    const distances = found.map(([, distance]) => distance);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(await vectors.nearest(query, COUNT * 2)).toHaveLength(COUNT);
  });

  it('take further documents, as any store of LangChain does', async () => {
    const vectors = await open(kind);
    const query = queries[1] ?? new Float32Array(DIMENSIONS);
    await vectors.store.addVectors([Array.from(query)], [new Document({ pageContent: '外来', metadata: {} })]);
    const [first] = await vectors.store.similaritySearchVectorWithScore(Array.from(query), 1);
    expect(first?.[0].pageContent).toBe('外来');
    const places = await vectors.nearest(query, 3);
    expect(places).toHaveLength(3);
    expect(places.every((place) => place < COUNT)).toBe(true);
  });
});
