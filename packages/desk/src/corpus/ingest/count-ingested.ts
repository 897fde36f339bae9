import type { IngestReport } from '@lutai/contracts';
import { answeredCases, type Database, lawSources, lawVersions, provisions } from '@lutai/db';
import { countDistinct, eq } from 'drizzle-orm';
import { inList } from '../in-list.ts';

type Counts = Pick<IngestReport, 'laws' | 'versions' | 'provisions' | 'cases'>;

/** What the corpus holds from files of these contents, whether they came in now or earlier. */
export async function countIngested(db: Database, kind: 'laws' | 'cases', hashes: readonly string[]): Promise<Counts> {
  if (kind === 'cases') {
    const cases = await db.$count(answeredCases, inList(answeredCases.contentHash, hashes));
    return { laws: 0, versions: 0, provisions: 0, cases };
  }
  const [found] = await db
    .select({
      laws: countDistinct(lawVersions.lawId),
      versions: countDistinct(lawVersions.id),
      provisions: countDistinct(provisions.id),
    })
    .from(lawSources)
    .innerJoin(lawVersions, eq(lawVersions.id, lawSources.versionId))
    .leftJoin(provisions, eq(provisions.sourceId, lawSources.id))
    .where(inList(lawSources.contentHash, hashes));
  return { laws: found?.laws ?? 0, versions: found?.versions ?? 0, provisions: found?.provisions ?? 0, cases: 0 };
}
