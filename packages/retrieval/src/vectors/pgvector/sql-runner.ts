import type { PGlite } from '@electric-sql/pglite';
import type { Sql } from 'postgres';

/** One statement; its parameters are text, so that every driver sends them alike: cast in SQL (`$1::text::date`). */
export interface Statement {
  text: string;
  parameters?: readonly (string | null)[];
}

/** Runs statements one after the other in one transaction and gives the rows of each. All that the store asks of a database. */
export type SqlRunner = (statements: readonly Statement[]) => Promise<unknown[][]>;

export function sqlOverPglite(client: Pick<PGlite, 'transaction'>): SqlRunner {
  return (statements) =>
    client.transaction(async (transaction) => {
      const results: unknown[][] = [];
      for (const { text, parameters = [] } of statements) {
        results.push((await transaction.query(text, [...parameters])).rows);
      }
      return results;
    });
}

/** The statements are sent at once, without waiting for each answer: one search is one trip to the server. */
export function sqlOverPostgres(client: Pick<Sql, 'begin'>): SqlRunner {
  return async (statements) => {
    const results = await client.begin((transaction) =>
      statements.map(({ text, parameters = [] }) => transaction.unsafe(text, [...parameters])),
    );
    return results.map((rows) => [...rows]);
  };
}
