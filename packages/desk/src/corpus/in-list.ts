import { type Column, type SQL, sql } from 'drizzle-orm';

/** `column in (…)` with one parameter, however long the list is. */
export const inList = (column: Column, values: Iterable<string>): SQL =>
  sql`${column} in (select jsonb_array_elements_text(${JSON.stringify([...values])}::text::jsonb))`;
