import type { MatterDetail, MatterEvent } from '@lutai/contracts';
import { type Database, matters, type Transaction } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { chinaDay } from '../drafting/china-day.ts';
import { requireClaimable } from './claim-matter.ts';
import { cancelDraftJobs, enqueueDraft } from './enqueue-draft.ts';
import { getMatter } from './get-matter.ts';
import { lockMatter, type MatterRow, matterNotFound, newestInbound } from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';
import { requireDrafter } from './permissions.ts';
import { voidOpenWork } from './void-open-work.ts';

export type SetFactsDateDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  publish: (event: MatterEvent) => void;
  wake: () => void;
};
/** `factsDate` is `YYYY-MM-DD`; null: it is not known, and today's law is taken. */
export type SetFactsDateInput = { actor: Actor; matterId: string; factsDate: string | null };

/** No law of the corpus is older. */
const firstDay = '1949-10-01';

/**
 * Says on which day the facts of a matter happened: by its client, or who works on it. Another day is another law: what was
 * drafted and has not left is voided, and drafted anew. The day that was read is merely confirmed.
 */
export async function setFactsDate(deps: SetFactsDateDeps, input: SetFactsDateInput): Promise<MatterDetail> {
  const { actor, matterId, factsDate } = input;
  if (actor.role !== 'client') requireDrafter(actor);
  const at = deps.now();
  refuseImpossible(factsDate, chinaDay(at));
  const status = await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    if (actor.role === 'client' && matter.clientId !== actor.id) throw matterNotFound();
    const next = nextStatus(matter.status, 'facts-date-set');
    if (actor.role !== 'client') await requireClaimable(tx, { actor, matter });
    const given = { factsDate, factsDateReading: null, updatedAt: at };
    const { from: earliest, to: latest } = matter.factsDateReading ?? {};
    const read = earliest === undefined ? null : { from: earliest, to: latest };
    const from = { factsDate: matter.factsDate, read };
    const record = { at, actor, subjectType: 'matter' as const, subjectId: matterId, matterId };
    if (matter.factsDate === factsDate && matter.factsDateReading === null) return null;
    if (matter.factsDate === factsDate && factsDate !== null) {
      await tx.update(matters).set(given).where(eq(matters.id, matterId));
      await recordAudit(tx, { ...record, action: 'matter.facts-date-confirmed', details: { factsDate, from } });
      return null;
    }
    const voided = await draftAnew(tx, { matter, newId: deps.newId, at });
    await tx
      .update(matters)
      .set({ ...given, status: next })
      .where(eq(matters.id, matterId));
    await recordAudit(tx, { ...record, action: 'matter.facts-date-set', details: { factsDate, from, voided } });
    return next;
  });
  if (status !== null) {
    deps.publish({ type: 'status', matterId, status });
    deps.wake();
  }
  return getMatter(deps, { actor, matterId });
}

/** Throws `invalid-input` for a day that has not come, or lies before all law. */
function refuseImpossible(factsDate: string | null, today: string): void {
  if (factsDate === null) return;
  if (factsDate > today) throw new DeskError('invalid-input', '事情发生的日期不能在今天之后。请改填已经过去的日期。');
  if (factsDate < firstDay) {
    throw new DeskError('invalid-input', `事情发生的日期不能早于${firstDay}。请检查年份；不清楚的话可以留空。`);
  }
}

async function draftAnew(tx: Transaction, input: { matter: MatterRow; newId: () => string; at: Date }) {
  const { matter, newId, at } = input;
  const newest = await newestInbound(tx, matter.id);
  if (!newest) throw new DeskError('conflict', '本事项还没有客户的消息，无从起草。');
  const voided = await voidOpenWork(tx, { matterId: matter.id, reason: '事实日期已更正', at });
  // A draft that waits to be begun will find the new day by itself; one that has begun writes by the old one.
  if (matter.status === 'drafting') await cancelDraftJobs(tx, matter.id);
  await enqueueDraft(tx, { id: newId(), matterId: matter.id, messageId: newest.id });
  return voided;
}
