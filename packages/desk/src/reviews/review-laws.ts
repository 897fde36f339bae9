import { corpusState, type Database, type Transaction } from '@lutai/db';
import { findCitations } from '@lutai/law';
import type { CorpusIndex } from '../corpus/index/create-corpus-index.ts';
import type { LawDirectory, LawNames } from '../corpus/laws/law-directory.ts';
import { chinaDay } from '../drafting/china-day.ts';
import { compareSnapshots } from './compare-snapshots.ts';
import type { ResolveCited, StandingText } from './find-affected.ts';
import { readLawSnapshot } from './law-snapshot.ts';
import { openReviews } from './open-reviews.ts';
import { keepReviewedLaws, readReviewedLaws } from './reviewed-laws.ts';

export type ReviewLawsDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  lawDirectory: LawDirectory;
  corpusIndex: Pick<CorpusIndex, 'syncCases'>;
  /** What stands in files and cites provisions. */
  readStanding: () => Promise<StandingText[]>;
};

/**
 * Opens reviews of what has changed since the last time, by laws that were read in or by days that have passed, and keeps
 * what applies now as what the next time compares with: whatever was not followed up, for a crash say, is found then.
 * Gives how many reviews are new. The first time there is nothing to compare with. Where the corpus changes meanwhile,
 * nothing is done: who changes it follows up after.
 */
export async function reviewLaws(deps: ReviewLawsDeps): Promise<number> {
  const { db } = deps;
  const today = chinaDay(deps.now());
  const seen = await readState(db);
  if (seen.reviewedUntil === today && seen.reviewedVersion === seen.version) return 0;
  const [before, after] = [await readReviewedLaws(db), await readLawSnapshot(db, today)];
  const changes = compareSnapshots(before, after);
  // Before the transaction: the embedded database has one connection.
  const standing = changes.length === 0 ? [] : await deps.readStanding();
  const resolveCited = resolverOf(await deps.lawDirectory.read());
  const opened = await db.transaction(async (tx) => {
    await tx.select().from(corpusState).for('update');
    const state = await readState(tx);
    const isSame = state.version === seen.version && state.reviewedVersion === seen.reviewedVersion;
    if (!isSame || state.reviewedUntil !== seen.reviewedUntil) return 0;
    const count = await openReviews(tx, { changes, standing, resolveCited, now: deps.now(), newId: deps.newId });
    await keepReviewedLaws(tx, before, after);
    await tx.update(corpusState).set({ reviewedUntil: today, reviewedVersion: seen.version });
    return count;
  });
  if (opened > 0) await deps.corpusIndex.syncCases();
  return opened;
}

async function readState(db: Database | Transaction) {
  const { version, reviewedVersion, reviewedUntil } = corpusState;
  const [state] = await db.select({ version, reviewedVersion, reviewedUntil }).from(corpusState);
  if (!state) throw new Error('the database has no corpus_state; its migrations have not been run');
  return state;
}

function resolverOf({ catalogue }: LawNames): ResolveCited {
  return (citation) => {
    const [mention] = findCitations(citation);
    const article = mention?.targets[0]?.article;
    const [law, ...others] = mention?.lawName ? catalogue.findLaws(mention.lawName) : [];
    return law && others.length === 0 && article ? { lawId: law.lawId, article } : null;
  };
}
