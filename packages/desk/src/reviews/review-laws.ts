import { corpusState, type Database } from '@lutai/db';
import { findCitations } from '@lutai/law';
import type { CorpusIndex } from '../corpus/index/create-corpus-index.ts';
import type { LawDirectory, LawNames } from '../corpus/laws/law-directory.ts';
import { chinaDay } from '../drafting/china-day.ts';
import { type ChangedLaw, compareSnapshots } from './compare-snapshots.ts';
import type { ResolveCited, StandingText } from './find-affected.ts';
import { type LawSnapshot, readLawSnapshot } from './law-snapshot.ts';
import { openReviews } from './open-reviews.ts';

export type ReviewLawsDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  lawDirectory: LawDirectory;
  corpusIndex: Pick<CorpusIndex, 'syncCases'>;
  /** What stands in files and cites provisions. */
  readStanding: () => Promise<StandingText[]>;
};

/** Opens reviews of what changed since this snapshot of the same day: after laws were read in. */
export async function reviewSince(deps: ReviewLawsDeps, before: LawSnapshot, day: string): Promise<number> {
  return review(deps, compareSnapshots(before, await readLawSnapshot(deps.db, day)), day);
}

/** Opens reviews of what days that have passed have changed: versions that ended, and those that came in their place. */
export async function reviewPassedDays(deps: ReviewLawsDeps): Promise<number> {
  const { db } = deps;
  const today = chinaDay(deps.now());
  const [state] = await db.select({ until: corpusState.reviewedUntil }).from(corpusState);
  if (state?.until != null && state.until >= today) return 0;
  if (state?.until == null) return review(deps, [], today);
  const changes = compareSnapshots(await readLawSnapshot(db, state.until), await readLawSnapshot(db, today));
  return review(deps, changes, today);
}

async function review(deps: ReviewLawsDeps, changes: readonly ChangedLaw[], today: string): Promise<number> {
  const standing = changes.length === 0 ? [] : await deps.readStanding();
  const resolveCited = resolverOf(await deps.lawDirectory.read());
  const opened = await deps.db.transaction(async (tx) => {
    await tx.select().from(corpusState).for('update');
    const count = await openReviews(tx, { changes, standing, resolveCited, now: deps.now(), newId: deps.newId });
    await tx.update(corpusState).set({ reviewedUntil: today });
    return count;
  });
  if (opened > 0) await deps.corpusIndex.syncCases();
  return opened;
}

function resolverOf({ catalogue }: LawNames): ResolveCited {
  return (citation) => {
    const [mention] = findCitations(citation);
    const article = mention?.targets[0]?.article;
    const [law, ...others] = mention?.lawName ? catalogue.findLaws(mention.lawName) : [];
    return law && others.length === 0 && article ? { lawId: law.lawId, article } : null;
  };
}
