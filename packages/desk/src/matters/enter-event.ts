import { deadlineSchema, type EnteredEvent, type MatterDetail, riskSchema } from '@lutai/contracts';
import { type Database, drafts, matters } from '@lutai/db';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { chinaDay } from '../drafting/china-day.ts';
import { computeDeadlines } from '../drafting/compute-deadlines.ts';
import type { DeadlineData } from '../drafting/load-deadlines.ts';
import { withDeadlines } from '../drafting/risk/index.ts';
import { requireClaimable } from './claim-matter.ts';
import { readConversation } from './conversation.ts';
import { getMatter } from './get-matter.ts';
import { draftNotFound, findDraft, lockMatter } from './matter-rows.ts';
import { nearestDeadline } from './nearest-deadline.ts';
import { requireDrafter } from './permissions.ts';

export type EnterEventDeps = { db: Database; now: () => Date; deadlines: DeadlineData };
export type EnterEventInput = {
  actor: Actor;
  draftId: string;
  /** Id of an event that one of the draft's deadlines names. */
  event: string;
  /** The day it happened; null takes back what was entered. */
  day: string | null;
  until?: string | null;
};

/**
 * An agent says when something happened: the deadlines of the draft are counted anew, the risk judged by
 * them, and the matter takes its place in the queue. What was entered of the same event before is replaced.
 */
export async function enterEvent(deps: EnterEventDeps, input: EnterEventInput): Promise<MatterDetail> {
  const { actor, draftId, event, day, until = null } = input;
  requireDrafter(actor);
  if (day !== null && until !== null && until < day) {
    throw new DeskError('invalid-input', '结束的日期早于开始的日期。请改正后再保存。');
  }
  const matterId = await deps.db.transaction(async (tx) => {
    const before = await findDraft(tx, draftId);
    if (!before) throw draftNotFound();
    const matter = await lockMatter(tx, before.matterId);
    await requireClaimable(tx, { actor, matter });
    const draft = await findDraft(tx, draftId);
    if (draft?.status !== 'ready') throw new DeskError('conflict', '这份草稿已不在审阅中。请刷新后再看。');
    const stored = z.array(deadlineSchema).parse(draft.deadlines);
    if (!stored.some(({ events }) => events.some(({ id }) => id === event))) {
      throw new DeskError('invalid-input', `这份草稿的期限与“${event}”无关。请在所列的事项中选择。`);
    }
    const kept = (stored[0]?.entered ?? []).filter((other) => other.event !== event);
    const entered: EnteredEvent[] = day === null ? kept : [...kept, { event, day, until }];
    const at = deps.now();
    const today = chinaDay(at);
    const { said } = await readConversation(tx, matter.id);
    const counted = computeDeadlines(deps.deadlines, {
      area: matter.area ?? 'other',
      text: said.map(({ text }) => text).join('\n'),
      ...{ today, said, entered },
      only: new Set(stored.flatMap(({ kind }) => (kind === null ? [] : [kind]))),
    });
    const deadlines = [...counted, ...stored.filter(({ kind }) => kind === null)];
    const assessed = riskSchema.nullable().parse(draft.risk);
    const risk = assessed && withDeadlines(assessed, { deadlines, today });
    await tx.update(drafts).set({ deadlines, risk, updatedAt: at }).where(eq(drafts.id, draftId));
    const nearest = nearestDeadline(deadlines, today);
    await tx.update(matters).set({ nearestDeadline: nearest, updatedAt: at }).where(eq(matters.id, matter.id));
    await recordAudit(tx, {
      ...{ at, actor, action: 'deadline.entered', subjectType: 'draft', subjectId: draftId, matterId: matter.id },
      details: { event, day, until, nearest, risk: risk?.level ?? null },
    });
    return matter.id;
  });
  return getMatter(deps, { actor, matterId });
}
