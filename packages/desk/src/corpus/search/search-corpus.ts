import { type CaseHit, lawLevelSchema, type SearchHit, type SearchResponse } from '@lutai/contracts';
import { answeredCases, type Database, laws, lawVersions, provisions } from '@lutai/db';
import { canonicalCitation } from '@lutai/law';
import { eq, inArray } from 'drizzle-orm';
import { DeskError } from '../../desk-error.ts';
import { chinaDay } from '../../drafting/china-day.ts';
import type { CorpusIndex } from '../index/create-corpus-index.ts';

export type SearchCorpusDeps = { db: Database; corpusIndex: CorpusIndex; now: () => Date };
export type SearchCorpusInput = {
  question: string;
  /** How many provisions at most; 10 by default. */
  k?: number | undefined;
  /** Day on which the law must be in force; today (in China) by default. */
  asOf?: string | null | undefined;
  /** How many answered cases at most; 5 by default. */
  caseCount?: number | undefined;
};

/** The provisions in force on a day and the answered cases that bear on a question, best first. */
export async function searchCorpus(
  deps: SearchCorpusDeps,
  input: SearchCorpusInput,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<SearchResponse> {
  const startedAt = performance.now();
  const { question, k = 10, caseCount = 5 } = input;
  const asOf = input.asOf ?? chinaDay(deps.now());
  const index = deps.corpusIndex.current();
  if (!index) throw new DeskError('unavailable', '检索索引还没有建好，请稍后再试。');
  await deps.corpusIndex.syncCases();
  const found = await index.search({ question, k, asOf, caseCount, signal });
  const hits = await joinHits(deps.db, found.hits);
  const cases = await joinCases(deps.db, found.cases);
  const { nearest } = found;
  return { hits, cases, nearest, asOf, ms: Math.round((performance.now() - startedAt) * 10) / 10 };
}

/** Hits as they stand in the database; one whose provision has gone since the index was built is left out. */
async function joinHits(db: Database, found: readonly { provisionId: string; score: number }[]): Promise<SearchHit[]> {
  if (found.length === 0) return [];
  const rows = await db
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
    .where(
      inArray(
        provisions.id,
        found.map(({ provisionId }) => provisionId),
      ),
    );
  const byId = new Map(rows.map((row) => [row.provisionId, row]));
  return found.flatMap(({ provisionId, score }) => {
    const row = byId.get(provisionId);
    if (!row) return [];
    const citation = canonicalCitation(row.law, row.article);
    return [{ ...row, level: lawLevelSchema.parse(row.level), citation, score }];
  });
}

async function joinCases(db: Database, found: readonly { caseId: string; score: number }[]): Promise<CaseHit[]> {
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
