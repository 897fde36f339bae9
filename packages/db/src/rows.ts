import type { SQL } from 'drizzle-orm';
import type { Database, Transaction } from './open-database.ts';

/**
 * Runs a raw statement and gives its rows, whatever the driver: PGlite answers `{rows}`, postgres.js an array.
 * bigint columns come as numbers from one and strings from the other: cast them in SQL (`::int`, `::text`).
 */
export async function rows<Row extends Record<string, unknown>>(
  db: Database | Transaction,
  statement: SQL,
): Promise<Row[]> {
  const result: unknown = await db.execute(statement);
  if (Array.isArray(result)) return [...result];
  // PGlite's result object; its shape is fixed by that library.
  return (result as { rows: Row[] }).rows;
}
