import { inForce } from '@lutai/law';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchStatement } from './pg-statements.ts';
import {
  DIMENSIONS,
  documentOf,
  nearest,
  openPglite,
  openPostgres,
  openStore,
  type TestDatabase,
  unitVector,
} from './testing/index.ts';
import { layOutTable } from './vector-table-layout.ts';

const server = process.env.TEST_DATABASE_URL ? await openPostgres(process.env.TEST_DATABASE_URL) : null;
const engines: [string, () => Promise<TestDatabase>][] = [['PGlite', openPglite]];
if (server) engines.push(['PostgreSQL', async () => server]);

describe.each(engines)('vectors in pgvector on %s', (_name, open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    // Small tables would be read whole; here the graph is what is tested.
    await database.rows('set enable_seqscan = off');
  });
  afterAll(() => database.close());

  const COUNT = 400;
  const vectors = Array.from({ length: COUNT }, (_, i) => unitVector(i + 1));
  const cosine = (a: number[], b: number[]) => a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);
  const exact = (query: number[], k: number, allowed: (i: number) => boolean = () => true) =>
    vectors
      .map((vector, i) => ({ id: `p${i}`, i, score: cosine(vector, query) }))
      .filter(({ i }) => allowed(i))
      .sort((a, b) => b.score - a.score)
      .slice(0, k);

  it.each(['halfvec', 'vector'] as const)('finds what exact search finds, as %s', async (element) => {
    const store = await openStore(database.sql, { element, searchBreadth: COUNT });
    await store.addVectors(
      vectors,
      vectors.map((_, i) => documentOf(`p${i}`, { article: `第${i}条` })),
    );
    for (let seed = 1000; seed < 1020; seed += 1) {
      const query = unitVector(seed);
      const found = await store.similaritySearchVectorWithScore(query, 10);
      const sure = exact(query, 10);
      // Half precision may change the order of two that are equally near to four digits; the distances still agree.
      const digits = element === 'vector' ? 6 : 2.5;
      for (const [i, [document, distance]] of found.entries()) {
        expect(distance).toBeCloseTo(1 - (sure[i]?.score ?? 0), digits);
        if (element === 'vector') expect(document.id).toBe(sure[i]?.id);
      }
    }
    const [first] = await store.similaritySearchVectorWithScore(vectors[7] ?? [], 1);
    expect(first?.[0]).toMatchObject({ id: 'p7', pageContent: '条文 p7', metadata: { article: '第7条' } });
  });

  it('goes through the graph, with a day and without', async () => {
    const store = await openStore(database.sql, { table: 'explained' });
    await store.addVectors(
      vectors,
      vectors.map((_, i) => documentOf(`p${i}`, { lawId: `l${i % 9}` })),
    );
    const layout = layOutTable({ table: 'explained', dimensions: DIMENSIONS, modelId: 'test-model' }, 'public');
    for (const asOf of [null, '2024-01-01']) {
      const { text, parameters = [] } = searchStatement(layout, unitVector(5), 10, asOf);
      const [plan = []] = await database.sql([{ text: `explain ${text}`, parameters }]);
      expect(JSON.stringify(plan)).toContain('Index Scan using explained_graph');
    }
  });

  it('finds the same before the graph is there, and after', async () => {
    const store = await openStore(database.sql, { graphLater: true, searchBreadth: COUNT });
    await store.addVectors(
      vectors,
      vectors.map((_, i) => documentOf(`p${i}`)),
    );
    const before = await nearest(store, unitVector(77), 20);
    await store.buildGraph({ memory: '32MB', workers: 0 });
    expect(await nearest(store, unitVector(77), 20)).toEqual(before);
  });

  it('gives as many as are asked for, up to all, though pgvector takes no breadth over 1000', async () => {
    const store = await openStore(database.sql, { dimensions: 4, searchBreadth: 10 });
    const many = Array.from({ length: 1100 }, (_, i) => unitVector(i + 1, 4));
    await store.addVectors(
      many,
      many.map((_, i) => documentOf(`p${i}`)),
    );
    expect(new Set(await nearest(store, unitVector(3, 4), 300)).size).toBe(300);
    expect(await nearest(store, unitVector(3, 4), 5000)).toHaveLength(1100);
    expect(await nearest(store, unitVector(3, 4), 0)).toEqual([]);
    // What a search sets is for itself alone: the connection goes back to others.
    const [left] = await database.rows("select current_setting('hnsw.ef_search') as breadth");
    expect(left).toEqual({ breadth: '40' });
  });

  it('finds the few of long ago, however many later ones are nearer', async () => {
    const store = await openStore(database.sql, { scanLimit: 20, searchBreadth: 10 });
    await store.addVectors(
      vectors,
      vectors.map((_, i) => documentOf(`p${i}`, { effectiveFrom: i % 100 === 0 ? '1950-01-01' : '2000-01-01' })),
    );
    expect((await nearest(store, unitVector(9), 10, '1960-01-01')).sort()).toEqual(['p0', 'p100', 'p200', 'p300']);
  });

  it('keeps one document of an id: the last, also within one list', async () => {
    const store = await openStore(database.sql);
    const [a = [], b = [], c = []] = vectors;
    await store.addVectors([a], [documentOf('same')]);
    await store.addVectors([b], [documentOf('same', { lawId: 'another law' })]);
    await store.addVectors([a, c], [documentOf('same'), { ...documentOf('same'), pageContent: '新文' }]);
    const found = await store.similaritySearchVectorWithScore(c, 5);
    expect(found).toHaveLength(1);
    expect(found[0]?.[0].pageContent).toBe('新文');
    expect(found[0]?.[1]).toBeCloseTo(0, 2);
  });

  it('deletes by id, and finds no more what was deleted', async () => {
    const store = await openStore(database.sql);
    const [a = [], b = []] = vectors;
    await store.addVectors([a, b], [documentOf('one'), documentOf('two')]);
    await store.delete({ ids: ['one', 'never there'] });
    await store.delete({ ids: [] });
    expect(await nearest(store, a, 5)).toEqual(['two']);
  });

  it('takes ids of any letters, and gives new ones where there are none', async () => {
    const store = await openStore(database.sql, { newId: () => 'new-id' });
    const hostile = [
      "'; drop table vectors_1; --",
      '"quoted"',
      '\\',
      '$1',
      '{}',
      '民法典|第一条',
      '🧾',
      'ａ\u0301',
      '%_',
      '\\u0000',
    ];
    await store.addVectors(
      vectors.slice(0, hostile.length),
      hostile.map((id) => documentOf(id)),
    );
    for (const [i, id] of hostile.entries()) expect(await nearest(store, vectors[i] ?? [], 1)).toEqual([id]);
    await store.delete({ ids: hostile.slice(1) });
    expect(await nearest(store, vectors[0] ?? [], 99)).toEqual([hostile[0]]);
    const nameless = { pageContent: '无名', metadata: {} };
    expect(
      await store.addVectors([vectors[0] ?? [], vectors[1] ?? []], [nameless, nameless], { ids: ['given', 'too'] }),
    ).toEqual(['given', 'too']);
    expect(await store.addVectors([vectors[0] ?? []], [nameless])).toEqual(['new-id']);
  });

  it('filters by day in the database, exactly as the index in memory does', async () => {
    const store = await openStore(database.sql, { searchBreadth: 40 });
    const days = [null, '1990-01-01', '2000-06-01', '2010-01-01', '2020-01-01'];
    const version = (i: number) => ({
      lawId: i % 2 === 0 ? `law-${i % 37}` : `own-${i}`,
      effectiveFrom: days[(i * 7) % days.length] ?? null,
      effectiveTo: i % 3 === 0 ? (days[(i * 7 + 1 + (i % 2)) % days.length] ?? null) : null,
    });
    await store.addVectors(
      vectors,
      vectors.map((_, i) => documentOf(`p${i}`, version(i))),
    );
    const all = vectors.map((_, i) => version(i));
    for (const day of ['1980-01-01', '1989-12-31', '1990-01-01', '2009-12-31', '2010-01-01', '2030-01-01']) {
      const allowed = (i: number) => {
        const own = version(i);
        const from = own.effectiveFrom ?? '';
        const later = all.some(
          (other) => other.lawId === own.lawId && inForce(other, day) && (other.effectiveFrom ?? '') > from,
        );
        return inForce(own, day) && !later;
      };
      const query = unitVector(2000);
      const sure = exact(query, 30, allowed).map(({ id }) => id);
      expect((await nearest(store, query, 30, day)).sort()).toEqual(sure.sort());
      expect(await nearest(store, query, COUNT, day)).toHaveLength(vectors.filter((_, i) => allowed(i)).length);
    }
    await expect(nearest(store, unitVector(1), 1, 'today')).rejects.toThrow('not a day');
  });

  it('splits a table by law, and finds across all parts', async () => {
    const store = await openStore(database.sql, { table: 'parted', partitions: 3, searchBreadth: COUNT });
    await store.addVectors(
      vectors,
      vectors.map((_, i) => documentOf(`p${i}`, { lawId: `law-${i}` })),
    );
    const query = unitVector(31);
    expect((await nearest(store, query, 10, '2024-01-01')).sort()).toEqual(
      exact(query, 10)
        .map(({ id }) => id)
        .sort(),
    );
    await store.addVectors([query], [documentOf('p3', { lawId: 'moved' })]);
    expect(await nearest(store, query, 1)).toEqual(['p3']);
    expect(await database.rows('select count(*)::int as count from parted')).toEqual([{ count: COUNT }]);
  });

  it('is a retriever of LangChain, filter included', async () => {
    const store = await openStore(database.sql, { dimensions: 4 });
    await store.addDocuments([documentOf('old', { effectiveTo: '2020-01-01' }), documentOf('new')]);
    const found = await store.asRetriever({ k: 5, filter: { asOf: '2024-01-01' } }).invoke('问题');
    expect(found.map(({ id }) => id)).toEqual(['new']);
  });

  it('puts in all of a call or nothing, and says what it refused', async () => {
    const store = await openStore(database.sql);
    const [a = [], b = []] = vectors;
    const refused = async (vector: number[], id: string, why: string, metadata = {}) => {
      const documents = [documentOf('good'), documentOf(id, metadata)];
      await expect(store.addVectors([a, vector], documents)).rejects.toThrow(why);
    };
    await refused([1, 2, 3], 'short', 'a vector of 3 numbers, where the table holds vectors of 24');
    await refused([Number.NaN, ...b.slice(1)], 'nan', 'not finite');
    await refused(b, 'nul\0', 'NUL');
    await refused(b, 'half \ud83d', 'surrogate');
    await refused(b, '', 'an id of 0 bytes');
    await refused(b, '长'.repeat(400), 'an id of 1200 bytes');
    await refused(b, 'day', 'not a day', { effectiveFrom: '2024年' });
    await refused(b, 'no such day', 'out of range', { effectiveFrom: '2024-02-31' });
    await refused(b, 'nul within', 'NUL', { path: ['a\0b'] });
    await expect(store.addVectors([a, b], [documentOf('one')])).rejects.toThrow('as many vectors');
    await expect(nearest(store, [1, 2], 1)).rejects.toThrow('a vector of 2 numbers');
    expect(await nearest(store, a, 5)).toEqual([]);
  });
});
