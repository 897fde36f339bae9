import type { Channel, MatterEvent, MatterStatus } from '@lutai/contracts';
import { attachmentSchema } from '@lutai/contracts';
import { type Database, deliveries, type Transaction } from '@lutai/db';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit, systemActor } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import type { JobHandler } from '../jobs/job-context.ts';
import { type RecordedDelivery, recordSent, refuseDelivery } from './record-delivery.ts';
import { type LoadedApproval, loadApproval } from './verify-approval.ts';

/** What leaves the house: exactly the approved content. */
export type OutboundMessage = {
  matterId: string;
  matterNumber: string;
  recipient: string;
  subject: string;
  text: string;
  attachments: { name: string; sha256: string }[];
};

/**
 * What delivery needs of a channel (`Channel` of @lutai/channels has this shape). A transactional channel is one whose
 * message is a row of our own database; it has nothing more to send.
 */
export type SendingChannel =
  | { name: Channel; transactional: true }
  | {
      name: Channel;
      transactional: false;
      /** Throws an error with `certainlyNotSent: true` only when it is sure that nothing left. */
      send: (message: OutboundMessage, options: { idempotencyKey: string; signal: AbortSignal }) => Promise<void>;
    };

export type DeliverApprovalDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  channels: readonly SendingChannel[];
  publish: (event: MatterEvent) => void;
};

const payloadSchema = z.object({ approvalId: z.string() });

/** What the first transaction decided. */
type Prepared =
  | { outcome: 'nothing-to-do' | 'uncertain' }
  | { outcome: 'refused'; matterId: string; status: MatterStatus; reason: string }
  | { outcome: 'sent'; matterId: string; recorded: RecordedDelivery }
  | { outcome: 'sending'; loaded: LoadedApproval; channel: SendingChannel & { transactional: false } };

/**
 * The handler of `deliver` jobs; register it as `handlers.deliver`. This is the one function where messages leave: the
 * approval is verified against what it signed, and then either the message's row is written in the same transaction
 * (portal: exactly once), or `sending` is written down first, so that a crash shows as `uncertain` and is never repeated
 * without a person's decision.
 */
export function deliverApproval(deps: DeliverApprovalDeps): JobHandler {
  return {
    async run({ job, signal }) {
      const { approvalId } = payloadSchema.parse(job.payload);
      const prepared = await deps.db.transaction((tx) => prepare(deps, tx, approvalId));
      if (prepared.outcome === 'refused') {
        deps.publish({ type: 'status', matterId: prepared.matterId, status: prepared.status });
        return { outcome: 'refused', reason: prepared.reason };
      }
      if (prepared.outcome === 'sent') publishSent(deps, prepared.matterId, prepared.recorded);
      if (prepared.outcome !== 'sending') return { outcome: prepared.outcome };
      return { outcome: await sendOutside(deps, prepared, signal) };
    },
    async gaveUp(tx, job, reason) {
      const { approvalId } = payloadSchema.parse(job.payload);
      const waiting = and(eq(deliveries.approvalId, approvalId), eq(deliveries.state, 'queued'));
      const [failed] = await tx.update(deliveries).set({ state: 'failed', error: reason }).where(waiting).returning();
      await mark(tx, { approvalId, from: ['sending'], state: 'uncertain', error: reason, at: deps.now() });
      if (failed) await auditState(tx, failed, deps.now());
    },
  };
}

async function prepare(deps: DeliverApprovalDeps, tx: Transaction, approvalId: string): Promise<Prepared> {
  const loaded = await loadApproval(tx, approvalId);
  if (!loaded) return { outcome: 'nothing-to-do' };
  const { matter, approval, delivery, objection } = loaded;
  const at = deps.now();
  if (delivery.state === 'sending') {
    // A run before this one died, or still hangs, between writing this down and the end of sending.
    const error = '上一次送出时中断，无法确定是否已送达';
    await mark(tx, { approvalId, from: ['sending'], state: 'uncertain', error, at });
    return { outcome: 'uncertain' };
  }
  if (delivery.state !== 'queued') return { outcome: 'nothing-to-do' };
  if (objection !== null) {
    const status = await refuseDelivery(tx, { loaded, reason: objection, actor: systemActor, at });
    return { outcome: 'refused', matterId: matter.id, status, reason: objection };
  }
  const channel = deps.channels.find(({ name }) => name === approval.channel);
  if (!channel) throw new DeskError('not-ready', `没有配置“${approval.channel}”渠道，无法送达。请配置后再送。`);
  const trying = { attempts: delivery.attempts + 1, error: null };
  if (channel.transactional) {
    await tx.update(deliveries).set(trying).where(eq(deliveries.id, delivery.id));
    const recorded = await recordSent(tx, { loaded, messageId: deps.newId(), actor: systemActor, at });
    return { outcome: 'sent', matterId: matter.id, recorded };
  }
  await tx
    .update(deliveries)
    .set({ ...trying, state: 'sending' })
    .where(eq(deliveries.id, delivery.id));
  return { outcome: 'sending', loaded, channel };
}

type Sending = Extract<Prepared, { outcome: 'sending' }>;

async function sendOutside(deps: DeliverApprovalDeps, { loaded, channel }: Sending, signal: AbortSignal) {
  const { matter, approval, revision } = loaded;
  const message: OutboundMessage = {
    matterId: matter.id,
    matterNumber: matter.number,
    recipient: approval.recipient,
    subject: matter.subject,
    text: revision.text,
    attachments: z.array(attachmentSchema).parse(revision.attachments),
  };
  try {
    await channel.send(message, { idempotencyKey: `approval-${approval.id}`, signal });
  } catch (cause) {
    const safe = isCertainlyNotSent(cause);
    const error = cause instanceof Error ? cause.message.slice(0, 300) : '渠道出错';
    const state = safe ? 'queued' : 'uncertain';
    const change = { approvalId: approval.id, from: ['sending'], state, error, at: deps.now() };
    await deps.db.transaction((tx) => mark(tx, change));
    if (safe) throw cause;
    return 'uncertain';
  }
  const recorded = await deps.db.transaction(async (tx) => {
    const current = await loadApproval(tx, approval.id);
    // It has left, whatever happened meanwhile; only a second record of it is refused.
    if (!current || current.delivery.state === 'sent') return null;
    return recordSent(tx, { loaded: current, messageId: deps.newId(), actor: systemActor, at: deps.now() });
  });
  if (recorded) publishSent(deps, matter.id, recorded);
  return 'sent';
}

type Mark = { approvalId: string; from: string[]; state: string; error: string; at: Date };

async function mark(tx: Transaction, { approvalId, from, state, error, at }: Mark): Promise<void> {
  const where = and(eq(deliveries.approvalId, approvalId), inArray(deliveries.state, from));
  const [changed] = await tx.update(deliveries).set({ state, error }).where(where).returning();
  if (changed) await auditState(tx, changed, at);
}

async function auditState(tx: Transaction, delivery: typeof deliveries.$inferSelect, at: Date): Promise<void> {
  await recordAudit(tx, {
    at,
    actor: systemActor,
    action: `delivery.${delivery.state}`,
    subjectType: 'delivery',
    subjectId: delivery.id,
    matterId: delivery.matterId,
    details: { approvalId: delivery.approvalId, attempts: delivery.attempts, error: delivery.error },
  });
}

function publishSent(deps: DeliverApprovalDeps, matterId: string, { messageId, status }: RecordedDelivery): void {
  deps.publish({ type: 'message', matterId, messageId });
  deps.publish({ type: 'status', matterId, status });
}

const isCertainlyNotSent = (cause: unknown): boolean =>
  cause instanceof Error && 'certainlyNotSent' in cause && cause.certainlyNotSent === true;
