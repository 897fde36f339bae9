import { type LawLevel, lawLevels, type lawListSchema } from '@lutai/contracts';
import { type Database, laws } from '@lutai/db';
import { normaliseTitle } from '@lutai/law';
import { and, count, eq, ilike, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { chinaDay } from '../../drafting/china-day.ts';
import { readVersions, summarise } from './law-summaries.ts';

export type ListLawsInput = {
  /** Part of a title, however it is written. */
  q?: string | undefined;
  level?: LawLevel | undefined;
  /** From 1. */
  page?: number | undefined;
  pageSize?: number | undefined;
};

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');
const rank = sql`array_position(array[${sql.join(
  lawLevels.map((level) => sql`${level}`),
  sql`, `,
)}]::text[], ${laws.level})`;

/** Laws whose title holds the words, exact titles first, then by rank of the instrument and title. */
export async function listLaws(
  deps: { db: Database; now: () => Date },
  input: ListLawsInput = {},
): Promise<z.infer<typeof lawListSchema>> {
  const { q = '', level, page = 1, pageSize = 50 } = input;
  const key = normaliseTitle(q);
  const named =
    q.trim() === ''
      ? undefined
      : or(ilike(laws.titleKey, `%${escaped(key)}%`), ilike(laws.title, `%${escaped(q.trim())}%`));
  const where = and(named, level === undefined ? undefined : eq(laws.level, level));
  const [counted] = await deps.db.select({ total: count() }).from(laws).where(where);
  const found = await deps.db
    .select()
    .from(laws)
    .where(where)
    .orderBy(sql`${laws.titleKey} <> ${key}`, rank, laws.title)
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const versions = await readVersions(
    deps.db,
    found.map(({ id }) => id),
  );
  const today = chinaDay(deps.now());
  return {
    laws: found.map((law) => summarise(law, versions.get(law.id) ?? [], today)),
    total: counted?.total ?? 0,
  };
}
