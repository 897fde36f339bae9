import { approvals, deliveries, drafts, type Transaction } from '@lutai/db';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { openDraftStatuses } from './matter-rows.ts';

export type VoidedWork = { drafts: string[]; approvals: string[] };

/**
 * Voids whatever has not left the house: the open answer, and a standing approval whose delivery still waits. A document
 * loses its approval and is open again: it is not written anew for each message. What is being sent, may have been sent
 * or was sent stays as it is. Hold the matter's lock.
 */
export async function voidOpenWork(
  tx: Transaction,
  input: { matterId: string; reason: string; at: Date },
): Promise<VoidedWork> {
  const { matterId, reason, at } = input;
  const recalled = await voidStandingApprovals(tx, { matterId, reason, at });
  const open = and(eq(drafts.matterId, matterId), eq(drafts.kind, 'answer'), inArray(drafts.status, openDraftStatuses));
  const voided = await tx
    .update(drafts)
    .set({ status: 'void', updatedAt: at })
    .where(open)
    .returning({ id: drafts.id });
  const approvedDrafts = recalled.map(({ draftId }) => draftId);
  if (approvedDrafts.length > 0) {
    const status = sql`case when ${drafts.kind} = 'document' then 'ready' else 'void' end`;
    await tx.update(drafts).set({ status, updatedAt: at }).where(inArray(drafts.id, approvedDrafts));
  }
  return { drafts: [...voided.map(({ id }) => id), ...approvedDrafts], approvals: recalled.map(({ id }) => id) };
}

/** Voids the standing approvals of a matter (or of one draft) whose deliveries wait or have failed. */
export async function voidStandingApprovals(
  tx: Transaction,
  input: { matterId: string; draftId?: string; reason: string; at: Date },
): Promise<{ id: string; draftId: string }[]> {
  const { matterId, draftId, reason, at } = input;
  const recallable = await tx
    .select({ id: approvals.id, draftId: approvals.draftId })
    .from(approvals)
    .innerJoin(deliveries, eq(deliveries.approvalId, approvals.id))
    .where(
      and(
        eq(approvals.matterId, matterId),
        draftId === undefined ? undefined : eq(approvals.draftId, draftId),
        isNull(approvals.voidedAt),
        inArray(deliveries.state, ['queued', 'failed']),
      ),
    );
  const ids = recallable.map(({ id }) => id);
  if (ids.length > 0) {
    await tx.update(approvals).set({ voidedAt: at, voidReason: reason }).where(inArray(approvals.id, ids));
    await tx.update(deliveries).set({ state: 'void' }).where(inArray(deliveries.approvalId, ids));
  }
  return recallable;
}
