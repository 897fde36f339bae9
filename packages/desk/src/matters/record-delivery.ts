import type { MatterStatus } from '@lutai/contracts';
import { approvals, deliveries, drafts, matters, messages, type Transaction } from '@lutai/db';
import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit, type SystemActor } from '../audit/record-audit.ts';
import { nextMessageNumber } from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';
import type { LoadedApproval } from './verify-approval.ts';

export type RecordedDelivery = { messageId: string; status: MatterStatus };

type Recording = { loaded: LoadedApproval; messageId: string; actor: Actor | SystemActor; at: Date };

/** Writes down that the approved content has left: the outbound message, the delivery, the matter. Once per approval. */
export async function recordSent(tx: Transaction, input: Recording): Promise<RecordedDelivery> {
  const { loaded, messageId, actor, at } = input;
  const { matter, approval, delivery, draft, revision, awaited } = loaded;
  await tx.insert(messages).values({
    id: messageId,
    matterId: matter.id,
    number: await nextMessageNumber(tx, matter.id),
    direction: 'outbound',
    channel: approval.channel,
    authorId: approval.approvedBy,
    text: revision.text,
    citations: revision.citations,
    approvalId: approval.id,
    createdAt: at,
  });
  await tx.update(deliveries).set({ state: 'sent', sentAt: at, error: null }).where(eq(deliveries.id, delivery.id));
  // A message that came in while this one was leaving has already sent the matter back to be answered.
  const status = awaited ? nextStatus(matter.status, 'delivered') : matter.status;
  await tx.update(matters).set({ status, updatedAt: at }).where(eq(matters.id, matter.id));
  await recordAudit(tx, {
    at,
    actor,
    action: draft.kind === 'document' ? 'document.delivered' : 'delivery.sent',
    subjectType: 'delivery',
    subjectId: delivery.id,
    matterId: matter.id,
    details: { approvalId: approval.id, contentHash: approval.contentHash, channel: approval.channel, messageId },
  });
  return { messageId, status };
}

type Refusal = { loaded: LoadedApproval; reason: string; actor: SystemActor; at: Date };

/** Voids an approval that no longer fits what it signed; a matter that waited for it goes back to review. */
export async function refuseDelivery(tx: Transaction, input: Refusal): Promise<MatterStatus> {
  const { loaded, reason, actor, at } = input;
  const { matter, approval, delivery, draft, awaited } = loaded;
  await tx
    .update(approvals)
    .set({ voidedAt: at, voidReason: reason })
    .where(and(eq(approvals.id, approval.id), isNull(approvals.voidedAt)));
  await tx.update(deliveries).set({ state: 'void', error: reason }).where(eq(deliveries.id, delivery.id));
  const status = awaited ? nextStatus(matter.status, 'delivery-refused') : matter.status;
  await tx
    .update(drafts)
    .set({ status: awaited || draft.kind === 'document' ? 'ready' : 'void', updatedAt: at })
    .where(and(eq(drafts.id, approval.draftId), eq(drafts.status, 'approved')));
  await tx.update(matters).set({ status, updatedAt: at }).where(eq(matters.id, matter.id));
  await recordAudit(tx, {
    at,
    actor,
    action: 'delivery.refused',
    subjectType: 'delivery',
    subjectId: delivery.id,
    matterId: matter.id,
    details: { approvalId: approval.id, reason },
  });
  return status;
}
