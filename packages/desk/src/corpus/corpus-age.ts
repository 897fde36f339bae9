import type { CorpusAge } from '@lutai/contracts';
import { type Database, laws, lawVersions } from '@lutai/db';
import { currencyOf, laterRevision } from '@lutai/law';
import { eq, max } from 'drizzle-orm';
import { chinaDay } from '../drafting/china-day.ts';
import { newestOf } from './laws/law-timeline.ts';

/** Up to which day the corpus is current, and the laws of which a later text is known that it does not have; those in force first. */
export async function corpusAge(deps: { db: Database; now: () => Date }): Promise<CorpusAge> {
  const today = chinaDay(deps.now());
  const held = await deps.db
    .select({ lawId: laws.id, title: laws.title, newestMade: max(lawVersions.promulgatedOn) })
    .from(laws)
    .leftJoin(lawVersions, eq(lawVersions.lawId, laws.id))
    .groupBy(laws.id, laws.title);
  const outdated = held.flatMap(({ lawId, title, newestMade }) => {
    const found = laterRevision({ title, newestMade }, today);
    if (found === null) return [];
    const { made, effective, inForce, change, source } = found;
    return [{ lawId, title, heldMadeOn: newestMade, madeOn: made, effectiveFrom: effective, inForce, change, source }];
  });
  outdated.sort(
    (one, other) => Number(other.inForce) - Number(one.inForce) || other.effectiveFrom.localeCompare(one.effectiveFrom),
  );
  const { currentThrough, sourceName } = currencyOf({ title: '', newestMade: null });
  return { currentThrough, sourceName, newestMadeOn: newestOf(held.map(({ newestMade }) => newestMade)), outdated };
}
