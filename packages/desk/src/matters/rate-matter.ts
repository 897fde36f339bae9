import { type MatterDetail, ratingSchema } from '@lutai/contracts';
import { type Database, matters } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { getMatter } from './get-matter.ts';
import { lockMatter, matterNotFound } from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';
import { storableText } from './storable-text.ts';

export type RateMatterDeps = { db: Database; now: () => Date };
export type RateMatterInput = { actor: Actor; matterId: string; score: number; comment: string };

/** 满意度: the client's one rating of an answered matter; a second one replaces the first. */
export async function rateMatter(deps: RateMatterDeps, input: RateMatterInput): Promise<MatterDetail> {
  const { actor, matterId } = input;
  const rating = ratingSchema.safeParse({ score: input.score, comment: storableText(input.comment) });
  if (!rating.success) throw new DeskError('invalid-input', '评分应为 1 至 5 的整数，评语不超过 2000 字。');
  const { score, comment } = rating.data;
  await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    if (matter.clientId !== actor.id) throw matterNotFound();
    nextStatus(matter.status, 'rated');
    const at = deps.now();
    await tx
      .update(matters)
      .set({ ratingScore: score, ratingComment: comment, ratedAt: at })
      .where(eq(matters.id, matterId));
    await recordAudit(tx, {
      at,
      actor,
      action: 'matter.rated',
      subjectType: 'matter',
      subjectId: matterId,
      matterId,
      details: { score, before: matter.ratingScore },
    });
  });
  return getMatter(deps, { actor, matterId });
}
