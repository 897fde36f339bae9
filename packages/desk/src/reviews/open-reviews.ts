import { answeredCases, corpusState, lawReviews, type Transaction } from '@lutai/db';
import { sql } from 'drizzle-orm';
import { recordAudit, systemActor } from '../audit/record-audit.ts';
import { inList } from '../corpus/in-list.ts';
import type { ChangedLaw } from './compare-snapshots.ts';
import { findAffected, type ResolveCited, type StandingText } from './find-affected.ts';

export type OpenReviewsInput = {
  changes: readonly ChangedLaw[];
  standing: readonly StandingText[];
  resolveCited: ResolveCited;
  now: Date;
  newId: () => string;
};

const yearMs = 365 * 24 * 3_600_000;

/**
 * Puts everything that rests on what changed on the list of the knowledge manager, in the caller's transaction, which
 * must hold the corpus state's lock. Answered cases leave the search until they have been looked at. Gives how many are
 * new; what is open on the list already is not put there again.
 */
export async function openReviews(tx: Transaction, input: OpenReviewsInput): Promise<number> {
  const { changes, now, newId } = input;
  const affected = await findAffected(tx, { ...input, answersSince: new Date(now.getTime() - yearMs) });
  if (affected.length === 0) return 0;
  const rows = affected.map(({ title, ...one }) => ({ ...one, id: newId(), subjectTitle: title, openedAt: now }));
  const opened: (typeof lawReviews.$inferSelect)[] = [];
  for (let at = 0; at < rows.length; at += 500) {
    opened.push(
      ...(await tx
        .insert(lawReviews)
        .values(rows.slice(at, at + 500))
        .onConflictDoNothing()
        .returning()),
    );
  }
  const cases = opened.flatMap(({ subjectType, subjectId }) => (subjectType === 'case' ? [subjectId] : []));
  if (cases.length > 0) {
    await tx.update(answeredCases).set({ status: 'held' }).where(inList(answeredCases.id, cases));
    await tx.update(corpusState).set({ casesVersion: sql`${corpusState.casesVersion} + 1`, updatedAt: now });
  }
  for (const { lawId, title, versionId, articles } of changes) {
    const ofLaw = opened.filter((review) => review.lawId === lawId && review.versionId === versionId);
    if (ofLaw.length === 0) continue;
    await recordAudit(tx, {
      ...{ at: now, actor: systemActor, action: 'law.reviews-opened', subjectType: 'corpus', subjectId: lawId },
      details: { title, versionId, articles: articles.size, reviews: ofLaw.length },
    });
  }
  return opened.length;
}
