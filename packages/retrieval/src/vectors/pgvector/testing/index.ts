import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { Document } from '@langchain/core/documents';
import { FakeEmbeddings } from '@langchain/core/utils/testing';
import postgres from 'postgres';
import { openPgVectorStore, type PgVectorStoreOptions } from '../pg-vector-store.ts';
import { type SqlRunner, sqlOverPglite, sqlOverPostgres } from '../sql-runner.ts';

export const DIMENSIONS = 24;

export interface TestDatabase {
  sql: SqlRunner;
  /** Rows of one statement. */
  rows: (text: string) => Promise<Record<string, unknown>[]>;
  close: () => Promise<void>;
}

/** PGlite with pgvector, on one session: what is `set` stays set. */
export async function openPglite(): Promise<TestDatabase> {
  const client = await PGlite.create({ extensions: { vector } });
  return {
    sql: sqlOverPglite(client),
    rows: async (text) => (await client.query<Record<string, unknown>>(text)).rows,
    close: () => client.close(),
  };
}

/** A new database of the PostgreSQL at `base`, on one connection; null where that server has no pgvector. */
export async function openPostgres(base: string): Promise<TestDatabase | null> {
  const admin = postgres(base, { max: 1, onnotice: () => {} });
  const [has] = await admin`select 1 from pg_available_extensions where name = 'vector'`;
  const name = `lutai_vectors_${process.pid}_${Date.now()}`;
  if (has) await admin.unsafe(`create database ${name}`);
  else await admin.end();
  if (!has) return null;
  const url = new URL(base);
  url.pathname = `/${name}`;
  const client = postgres(url.href, { max: 1, onnotice: () => {} });
  return {
    sql: sqlOverPostgres(client),
    rows: async (text) => [...(await client.unsafe<Record<string, unknown>[]>(text))],
    async close() {
      await client.end();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

let tables = 0;
/** A store in a table of its own, small and with its graph. */
export const openStore = (sql: SqlRunner, options: Partial<PgVectorStoreOptions> = {}) => {
  tables += 1;
  const own = { sql, table: `vectors_${tables}`, dimensions: DIMENSIONS, modelId: 'test-model' };
  return openPgVectorStore(new FakeEmbeddings(), { ...own, ...options });
};

/** Numbers that look random and are the same in every run, brought to length 1. */
export function unitVector(seed: number, dimensions = DIMENSIONS): number[] {
  let state = seed * 2654435761 + 12345;
  const vector = Array.from({ length: dimensions }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

export const documentOf = (id: string, metadata: Record<string, unknown> = {}) =>
  new Document({ id, pageContent: `条文 ${id}`, metadata });

/** Ids of the nearest, nearest first. */
export async function nearest(
  store: Awaited<ReturnType<typeof openStore>>,
  query: number[],
  k: number,
  asOf: string | null = null,
) {
  const found = await store.similaritySearchVectorWithScore(query, k, { asOf });
  return found.map(([{ id }]) => id);
}
