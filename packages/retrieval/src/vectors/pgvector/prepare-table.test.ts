import { PGlite } from '@electric-sql/pglite';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlOverPglite, sqlOverPostgres } from './sql-runner.ts';
import { documentOf, nearest, openPglite, openStore, type TestDatabase, unitVector } from './testing/index.ts';

describe('opening vectors in PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openPglite();
  });
  afterAll(() => database.close());

  const open = (options: Parameters<typeof openStore>[1]) => openStore(database.sql, options);

  it('refuses a table of other vectors, of another model, or of something else', async () => {
    await open({ table: 'kept' });
    await open({ table: 'kept' });
    await expect(open({ table: 'kept', dimensions: 25 })).rejects.toThrow('halfvec(24), and halfvec(25) is needed');
    await expect(open({ table: 'kept', element: 'vector' })).rejects.toThrow('vector(24) is needed');
    await expect(open({ table: 'kept', modelId: "o'ther" })).rejects.toThrow('not "Vectors of the model o\'ther"');
    await database.rows('create table matters (id text primary key, law_id text, effective_from date)');
    await expect(open({ table: 'matters' })).rejects.toMatchObject({ problem: 'table-differs' });
  });

  it('refuses names and sizes that PostgreSQL or pgvector cannot take', async () => {
    for (const table of ['x; drop table kept', '', 'Upper', 'x'.repeat(64)]) {
      await expect(open({ table })).rejects.toThrow('not a name for a table');
    }
    await expect(open({ dimensions: 4001 })).rejects.toThrow('up to 4000');
    await expect(open({ dimensions: 2001, element: 'vector' })).rejects.toThrow('up to 2000');
    await expect(open({ dimensions: 0 })).rejects.toMatchObject({ problem: 'dimensions' });
  });

  it('opened by two at once, makes one table', async () => {
    const stores = await Promise.all([open({ table: 'shared' }), open({ table: 'shared' })]);
    await stores[0]?.addVectors([unitVector(1)], [documentOf('one')]);
    expect(await nearest(stores[1] ?? stores[0], unitVector(1), 3)).toEqual(['one']);
  });

  it('uses the extension in whatever schema it lies', async () => {
    const elsewhere = await openPglite();
    await elsewhere.rows('create schema "Ext ""s"');
    await elsewhere.rows('create extension vector schema "Ext ""s"');
    const store = await openStore(elsewhere.sql);
    await store.addVectors([unitVector(1), unitVector(2)], [documentOf('one'), documentOf('two')]);
    expect(await nearest(store, unitVector(2), 1, '2024-01-01')).toEqual(['two']);
    await elsewhere.close();
  });

  it('says what to do where pgvector is too old', async () => {
    const aged = await openPglite();
    await aged.rows('create extension vector');
    for (const [version, fits] of [
      ['0.7.4', false],
      ['0.4.0', false],
      ['0.8.0', true],
      ['0.10.1', true],
      ['1.0', true],
    ] as const) {
      await aged.rows(`update pg_extension set extversion = '${version}' where extname = 'vector'`);
      if (fits) await openStore(aged.sql);
      else await expect(openStore(aged.sql)).rejects.toThrow(`pgvector ${version}, and 0.8.0 or later is needed`);
    }
    await aged.close();
  });

  it('says what to do where the user may not add the extension', async () => {
    const guarded = await openPglite();
    await guarded.rows('create role clerk login');
    await guarded.rows('set role clerk');
    await expect(openStore(guarded.sql)).rejects.toThrow('let its owner or a superuser run "create extension vector"');
    await guarded.close();
  });

  it('says what to do where there is no pgvector at all', async () => {
    const bare = await PGlite.create();
    await expect(openStore(sqlOverPglite(bare))).rejects.toThrow('has no pgvector: install the package');
    await bare.close();
  });
});

const url = process.env.TEST_DATABASE_URL;
const server = url ? postgres(url, { max: 1, onnotice: () => {} }) : null;
const bareServers =
  server && (await server`select 1 from pg_available_extensions where name = 'vector'`).length === 0 ? [server] : [];

it.each(bareServers)('says so on a PostgreSQL without pgvector', async (client) => {
  await expect(openStore(sqlOverPostgres(client))).rejects.toMatchObject({ problem: 'extension-missing' });
});
afterAll(() => server?.end());
