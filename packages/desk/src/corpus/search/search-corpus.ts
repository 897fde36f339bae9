import type { SearchResponse } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { SearchInput, SearchResult } from '@lutai/retrieval';
import { DeskError } from '../../desk-error.ts';
import { chinaDay } from '../../drafting/china-day.ts';
import type { CorpusIndex } from '../index/create-corpus-index.ts';
import { flagHits } from './flag-hits.ts';
import { joinCases, joinHits, readProvisions } from './join-hits.ts';
import type { ModelHelp, ModelSearch } from './model/index.ts';

export type SearchCorpusDeps = {
  db: Database;
  corpusIndex: CorpusIndex;
  now: () => Date;
  /** Lets a language model help; the search is then one of seconds. */
  modelSearch?: ModelSearch | undefined;
};
export type SearchCorpusInput = {
  question: string;
  /** How many provisions at most; 10 by default. */
  k?: number | undefined;
  /** Day on which the law must be in force; today (in China) by default. */
  asOf?: string | null | undefined;
  /** How many answered cases at most; 5 by default. */
  caseCount?: number | undefined;
};

/** `modelHelp` where a language model was to help. */
export type CorpusSearchResult = SearchResponse & { modelHelp?: ModelHelp };

/** The provisions in force on a day and the answered cases that bear on a question, best first. */
export async function searchCorpus(
  deps: SearchCorpusDeps,
  input: SearchCorpusInput,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<CorpusSearchResult> {
  const startedAt = performance.now();
  const { question, k = 10, caseCount = 5 } = input;
  const asOf = input.asOf ?? chinaDay(deps.now());
  const index = deps.corpusIndex.current();
  if (!index) throw new DeskError('unavailable', '检索索引还没有建好，请稍后再试。');
  await deps.corpusIndex.syncCases();
  const asked = { question, k, asOf, caseCount, signal };
  const find = (input: SearchInput) => index.search(input);
  const found: SearchResult & { modelHelp?: ModelHelp } = deps.modelSearch
    ? await deps.modelSearch({ find, readProvisions: (ids) => readProvisions(deps.db, ids) }, asked)
    : await find(asked);
  const hits = await flagHits(deps.db, await joinHits(deps.db, found.hits), asOf);
  const cases = await joinCases(deps.db, found.cases);
  const { nearest, modelHelp } = found;
  const ms = Math.round((performance.now() - startedAt) * 10) / 10;
  return { hits, cases, nearest, asOf, ms, ...(modelHelp && { modelHelp }) };
}
