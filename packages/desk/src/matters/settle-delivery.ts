import type { MatterDetail, MatterEvent } from '@lutai/contracts';
import { type Database, deliveries } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { enqueueJob } from '../jobs/enqueue-job.ts';
import { getMatter } from './get-matter.ts';
import { requireDrafter } from './permissions.ts';
import { recordSent } from './record-delivery.ts';
import { loadApproval } from './verify-approval.ts';

export type SettleDeliveryDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  publish: (event: MatterEvent) => void;
  wake: () => void;
};
export type SettleDeliveryInput = { actor: Actor; deliveryId: string; decision: 'was-sent' | 'send-again' };

/** A person's word on a delivery that failed, or of which nobody knows whether it left. */
export async function settleDelivery(deps: SettleDeliveryDeps, input: SettleDeliveryInput): Promise<MatterDetail> {
  const { actor, deliveryId, decision } = input;
  requireDrafter(actor);
  const [before] = await deps.db.select().from(deliveries).where(eq(deliveries.id, deliveryId));
  if (!before) throw new DeskError('not-found', '没有这次送达。请刷新后再看。');
  const { matterId, approvalId } = before;
  const recorded = await deps.db.transaction(async (tx) => {
    const loaded = await loadApproval(tx, approvalId);
    const state = loaded?.delivery.state;
    if (!loaded || !(state === 'uncertain' || (state === 'failed' && decision === 'send-again'))) {
      throw new DeskError('conflict', '这次送达不需要人工确认。请刷新后再看。');
    }
    const at = deps.now();
    if (decision === 'was-sent') return recordSent(tx, { loaded, messageId: deps.newId(), actor, at });
    await tx.update(deliveries).set({ state: 'queued', error: null }).where(eq(deliveries.id, deliveryId));
    const payload = { approvalId };
    // Not the key of the try before, whose job may still be in its last moments.
    const uniqueKey = `deliver:${approvalId}:${loaded.delivery.attempts}`;
    await enqueueJob(tx, { id: deps.newId(), kind: 'deliver', payload, uniqueKey });
    await recordAudit(tx, {
      at,
      actor,
      action: 'delivery.send-again',
      subjectType: 'delivery',
      subjectId: deliveryId,
      matterId,
      details: { approvalId, from: state },
    });
    return null;
  });
  if (recorded) {
    deps.publish({ type: 'message', matterId, messageId: recorded.messageId });
    deps.publish({ type: 'status', matterId, status: recorded.status });
  } else deps.wake();
  return getMatter(deps, { actor, matterId });
}
