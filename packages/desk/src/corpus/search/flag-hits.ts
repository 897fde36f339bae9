import type { SearchHit } from '@lutai/contracts';
import { type Database, lawVersions } from '@lutai/db';
import { laterRevision } from '@lutai/law';
import { inArray, max } from 'drizzle-orm';

/** Says of each provision whose law is known to have changed by `asOf` that its later text is not held. */
export async function flagHits(db: Database, hits: readonly SearchHit[], asOf: string): Promise<SearchHit[]> {
  const perhaps = hits.filter(({ law }) => laterRevision({ title: law, newestMade: null }, asOf) !== null);
  if (perhaps.length === 0) return [...hits];
  const ids = [...new Set(perhaps.map(({ lawId }) => lawId))];
  const rows = await db
    .select({ lawId: lawVersions.lawId, made: max(lawVersions.promulgatedOn) })
    .from(lawVersions)
    .where(inArray(lawVersions.lawId, ids))
    .groupBy(lawVersions.lawId);
  const newest = new Map(rows.map(({ lawId, made }) => [lawId, made]));
  return hits.map((hit) => {
    if (!newest.has(hit.lawId)) return hit;
    const found = laterRevision({ title: hit.law, newestMade: newest.get(hit.lawId) ?? null }, asOf);
    return found ? { ...hit, laterRevision: found.words } : hit;
  });
}
