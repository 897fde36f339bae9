import type { CorpusStatus } from '@lutai/contracts';
import { answeredCases, type Database, laws, lawVersions, provisions } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { CorpusIndex } from './index/create-corpus-index.ts';
import { readCorpusVersion } from './index/index-records.ts';

/** What the corpus holds and how its index stands; the composition root adds the drafter. */
export async function corpusStatus(deps: {
  db: Database;
  corpusIndex: CorpusIndex;
}): Promise<Omit<CorpusStatus, 'drafter'>> {
  const { db } = deps;
  return {
    corpusVersion: await readCorpusVersion(db),
    laws: await db.$count(laws),
    versions: await db.$count(lawVersions),
    provisions: await db.$count(provisions),
    cases: await db.$count(answeredCases, eq(answeredCases.status, 'active')),
    index: deps.corpusIndex.status(),
  };
}
