import { type ReviewDecision, reviewDecisionsOf, reviewSubjectSchema } from '@lutai/contracts';
import { answeredCases, corpusState, type Database, lawReviews, type Transaction } from '@lutai/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { CorpusIndex } from '../corpus/index/create-corpus-index.ts';
import { DeskError } from '../desk-error.ts';
import { storableText } from '../matters/storable-text.ts';
import { requireCorpusKeeper } from './require-corpus-keeper.ts';

export type DecideReviewDeps = { db: Database; now: () => Date; corpusIndex: Pick<CorpusIndex, 'syncCases'> };
export type DecideReviewInput = { actor: Actor; reviewId: string; decision: ReviewDecision; note: string };

const refusals: Record<Exclude<ReviewDecision, 'stands'>, string> = {
  withdrawn: '只有案例可以撤回；草稿请到事项里修改，已送出的答复请另行告知客户。',
  corrected: '已送出的答复和案例不能改写：答复请另行告知客户，案例请撤回后重新发布。',
  informed: '只有已送出的答复才谈得上告知客户；请选择“仍然正确”、“已改正”或撤回案例。',
};

/**
 * Closes one entry of the list. A case comes back into the search when its last open entry is decided to stand, and
 * is withdrawn as soon as one says so.
 */
export async function decideReview(deps: DecideReviewDeps, input: DecideReviewInput): Promise<void> {
  const { actor, reviewId, decision } = input;
  requireCorpusKeeper(actor);
  const note = storableText(input.note).trim();
  const isCase = await deps.db.transaction(async (tx) => {
    // In the order of every writer of the corpus: its state first.
    await tx.select().from(corpusState).for('update');
    const [review] = await tx.select().from(lawReviews).where(eq(lawReviews.id, reviewId)).for('update');
    if (!review) throw new DeskError('not-found', '没有这一条；请刷新后再看。');
    if (review.decision !== null) throw new DeskError('conflict', '这一条已有人处理过。请刷新后再看。');
    const subject = reviewSubjectSchema.parse(review.subjectType);
    if (decision !== 'stands' && !reviewDecisionsOf[subject].includes(decision)) {
      throw new DeskError('invalid-input', refusals[decision]);
    }
    const at = deps.now();
    await tx
      .update(lawReviews)
      .set({ decision, note, decidedBy: actor.id, decidedAt: at })
      .where(eq(lawReviews.id, reviewId));
    if (subject === 'case') await settleCase(tx, review.subjectId, decision, at);
    await recordAudit(tx, {
      ...{ at, actor, action: 'law.review-decided', subjectType: 'corpus', subjectId: reviewId },
      matterId: review.matterId,
      details: { about: subject, id: review.subjectId, citation: review.citation, decision, note },
    });
    return subject === 'case';
  });
  if (isCase) await deps.corpusIndex.syncCases();
}

async function settleCase(tx: Transaction, caseId: string, decision: ReviewDecision, at: Date): Promise<void> {
  const ofCase = and(eq(lawReviews.subjectType, 'case'), eq(lawReviews.subjectId, caseId));
  const others = await tx
    .select({ id: lawReviews.id })
    .from(lawReviews)
    .where(and(ofCase, isNull(lawReviews.decision)));
  const status = decision === 'withdrawn' ? 'withdrawn' : others.length === 0 ? 'active' : null;
  if (status === null) return;
  const held = and(eq(answeredCases.id, caseId), eq(answeredCases.status, 'held'));
  await tx.update(answeredCases).set({ status }).where(held);
  await tx.update(corpusState).set({ casesVersion: sql`${corpusState.casesVersion} + 1`, updatedAt: at });
}
