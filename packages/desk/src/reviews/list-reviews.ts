import { type LawReview, lawReviewSchema } from '@lutai/contracts';
import { type Database, lawReviews, laws, users } from '@lutai/db';
import { asc, count, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { requireCorpusKeeper } from './require-corpus-keeper.ts';

export type ListReviewsInput = { actor: Actor; state: 'open' | 'decided'; limit?: number };

const most = 200;

/** The knowledge manager's list after amendments: those still open oldest first, or those decided, newest first. */
export async function listReviews(
  deps: { db: Database },
  { actor, state, limit = most }: ListReviewsInput,
): Promise<{ reviews: LawReview[]; total: number }> {
  requireCorpusKeeper(actor);
  const where = state === 'open' ? isNull(lawReviews.decision) : isNotNull(lawReviews.decision);
  const order = state === 'open' ? [asc(lawReviews.openedAt), asc(lawReviews.id)] : [desc(lawReviews.decidedAt)];
  const found = await deps.db
    .select({ review: lawReviews, law: laws.title, decidedByName: users.name })
    .from(lawReviews)
    .innerJoin(laws, eq(laws.id, lawReviews.lawId))
    .leftJoin(users, eq(users.id, lawReviews.decidedBy))
    .where(where)
    .orderBy(...order)
    .limit(Math.min(limit, most));
  const [counted] = await deps.db.select({ total: count() }).from(lawReviews).where(where);
  const reviews = found.map(({ review, law, decidedByName }) =>
    lawReviewSchema.parse({
      ...{ ...review, law, decidedByName },
      openedAt: review.openedAt.toISOString(),
      decidedAt: review.decidedAt?.toISOString() ?? null,
    }),
  );
  return { reviews, total: counted?.total ?? 0 };
}
