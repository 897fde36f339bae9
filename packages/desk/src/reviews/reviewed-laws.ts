import { type Database, reviewedLaws, type Transaction } from '@lutai/db';
import { z } from 'zod';
import { inList } from '../corpus/in-list.ts';
import type { LawOnDay, LawSnapshot } from './law-snapshot.ts';

const articlesSchema = z.array(z.tuple([z.string(), z.string()]));

/** Rows a statement: with six columns well below PostgreSQL's 65,535 parameters. */
const rowsAtOnce = 200;

/** What applied of each law when changes were last followed up; empty before the first time. */
export async function readReviewedLaws(db: Database | Transaction): Promise<LawSnapshot> {
  const found = await db.select().from(reviewedLaws);
  return new Map(
    found.map((row) => [
      row.lawId,
      { ...row, articles: new Map(articlesSchema.parse(row.articles)) } satisfies LawOnDay,
    ]),
  );
}

/** Puts `after` in the place of `before`; only what differs is written. */
export async function keepReviewedLaws(tx: Transaction, before: LawSnapshot, after: LawSnapshot): Promise<void> {
  const changed = [...after.values()].flatMap((law) => {
    const [row, old] = [rowOf(law), before.get(law.lawId)];
    return old !== undefined && JSON.stringify(rowOf(old)) === JSON.stringify(row) ? [] : [row];
  });
  const replaced = [...before.keys()].filter((lawId) => !after.has(lawId)).concat(changed.map(({ lawId }) => lawId));
  if (replaced.length > 0) await tx.delete(reviewedLaws).where(inList(reviewedLaws.lawId, replaced));
  for (let at = 0; at < changed.length; at += rowsAtOnce) {
    await tx.insert(reviewedLaws).values(changed.slice(at, at + rowsAtOnce));
  }
}

const rowOf = ({ lawId, title, versionId, effectiveFrom, effectiveTo, articles }: LawOnDay) => ({
  ...{ lawId, title, versionId, effectiveFrom, effectiveTo },
  articles: [...articles],
});
