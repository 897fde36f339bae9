import { drafts, matters, type Transaction } from '@lutai/db';
import { eq } from 'drizzle-orm';
import { recordAudit, systemActor } from '../audit/record-audit.ts';
import { addRevision } from './add-revision.ts';
import { openDraft } from './begin-draft.ts';
import { lockMatter, newestInbound, replyAddress } from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';

export type FailDraftInput = { matterId: string; messageId: string; reason: string; newId: () => string; at: Date };

/** Leaves an empty draft that says why it is empty, for a person to write; the matter goes up for review with it. False when nobody waits. */
export async function failDraft(tx: Transaction, input: FailDraftInput): Promise<boolean> {
  const { matterId, messageId, reason, newId, at } = input;
  const matter = await lockMatter(tx, matterId);
  const newest = await newestInbound(tx, matterId);
  const isWanted = newest?.id === messageId && (matter.status === 'received' || matter.status === 'drafting');
  if (!isWanted) return false;
  const draft = await openDraft(tx, { matterId, messageId, newId, at });
  await tx.update(drafts).set({ status: 'failed', failure: reason, updatedAt: at }).where(eq(drafts.id, draft.id));
  await addRevision(tx, {
    id: newId(),
    draftId: draft.id,
    number: 1,
    text: '',
    claims: [],
    citations: [],
    attachments: [],
    address: await replyAddress(tx, matter),
    authorId: null,
    at,
  });
  const status = nextStatus(matter.status, 'draft-failed');
  await tx.update(matters).set({ status, updatedAt: at }).where(eq(matters.id, matterId));
  await recordAudit(tx, {
    at,
    actor: systemActor,
    action: 'draft.failed',
    subjectType: 'draft',
    subjectId: draft.id,
    matterId,
    details: { messageId, reason },
  });
  return true;
}
