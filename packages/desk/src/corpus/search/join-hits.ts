import { type CaseHit, lawLevelSchema, type SearchHit } from '@lutai/contracts';
import { answeredCases, type Database, laws, lawVersions, provisions } from '@lutai/db';
import { canonicalCitation } from '@lutai/law';
import { eq, inArray } from 'drizzle-orm';

/** Provisions with what is known of their law, in any order; one that has gone is left out. */
export async function readProvisions(db: Database, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      provisionId: provisions.id,
      lawId: provisions.lawId,
      versionId: provisions.versionId,
      law: laws.title,
      article: provisions.article,
      path: provisions.path,
      level: laws.level,
      effectiveFrom: lawVersions.effectiveFrom,
      effectiveTo: lawVersions.effectiveTo,
      text: provisions.text,
    })
    .from(provisions)
    .innerJoin(lawVersions, eq(lawVersions.id, provisions.versionId))
    .innerJoin(laws, eq(laws.id, provisions.lawId))
    .where(inArray(provisions.id, [...ids]));
}

/** Hits as they stand in the database; one whose provision has gone since the index was built is left out. */
export async function joinHits(
  db: Database,
  found: readonly { provisionId: string; score: number }[],
): Promise<SearchHit[]> {
  const ids = found.map(({ provisionId }) => provisionId);
  const rows = await readProvisions(db, ids);
  const byId = new Map(rows.map((row) => [row.provisionId, row]));
  return found.flatMap(({ provisionId, score }) => {
    const row = byId.get(provisionId);
    if (!row) return [];
    const citation = canonicalCitation(row.law, row.article);
    return [{ ...row, level: lawLevelSchema.parse(row.level), citation, score }];
  });
}

/** Cases as they stand in the database; one that was withdrawn since is left out. */
export async function joinCases(db: Database, found: readonly { caseId: string; score: number }[]): Promise<CaseHit[]> {
  if (found.length === 0) return [];
  const rows = await db
    .select()
    .from(answeredCases)
    .where(
      inArray(
        answeredCases.id,
        found.map(({ caseId }) => caseId),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ caseId, score }) => {
    const row = byId.get(caseId);
    if (row?.status !== 'active') return [];
    const { title, question, answer, citations } = row;
    return [{ caseId, title, question, answer, citations, score }];
  });
}
