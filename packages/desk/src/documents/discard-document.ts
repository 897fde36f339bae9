import type { DocumentDetail } from '@lutai/contracts';
import { documents, drafts, type Transaction } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { requireClaimable } from '../matters/claim-matter.ts';
import { type DraftRow, lockMatter, type MatterRow } from '../matters/matter-rows.ts';
import { requireDrafter } from '../matters/permissions.ts';
import { refuseWhatHasLeft } from '../matters/revise-draft.ts';
import { voidStandingApprovals } from '../matters/void-open-work.ts';
import type { DocumentDeps } from './document-deps.ts';
import { type DocumentRow, draftOfDocument, findDocument } from './document-rows.ts';
import { getDocument } from './get-document.ts';
import { cancelReading } from './recognition/enqueue-reading.ts';

export type DiscardDocumentInput = { actor: Actor; documentId: string };

/**
 * 弃用: a document that is not to be sent. It is kept, and no longer changes; an approval that has not left is voided, and
 * the recognition of a scanned contract ends. A client may do so with what it sent in, as long as that was not read.
 */
export async function discardDocument(deps: DocumentDeps, input: DiscardDocumentInput): Promise<DocumentDetail> {
  const { actor, documentId } = input;
  const isClient = actor.role === 'client';
  if (!isClient) requireDrafter(actor);
  const seen = await getDocument(deps, input);
  const { matterId } = seen;
  await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    const document = await findDocument(tx, documentId);
    const draft = await draftOfDocument(tx, document);
    await requireAllowed(tx, { actor, matter, document, draft });
    if (draft.status === 'void') return;
    if (draft.status === 'approved') await refuseWhatHasLeft(tx, draft, '文书');
    const at = deps.now();
    const voided = await voidStandingApprovals(tx, { matterId, draftId: draft.id, reason: '文书已弃用', at });
    await tx.update(drafts).set({ status: 'void', updatedAt: at }).where(eq(drafts.id, draft.id));
    await tx
      .update(documents)
      .set({ discardedAt: at, requestedFields: [], clientFilledAt: null, updatedAt: at })
      .where(eq(documents.id, documentId));
    if (draft.status === 'drafting') await cancelReading(tx, documentId);
    await recordAudit(tx, {
      ...{ at, actor, action: 'document.discarded', subjectType: 'document', subjectId: documentId, matterId },
      details: { draftId: draft.id, was: draft.status, voidedApprovals: voided.map(({ id }) => id) },
    });
  });
  deps.wake();
  deps.publish({ type: 'document', matterId, documentId, forClient: true });
  // A client no longer sees it from here on.
  return isClient ? { ...seen, status: 'discarded', reading: null, failure: null } : getDocument(deps, input);
}

type Held = { actor: Actor; matter: MatterRow; document: DocumentRow; draft: DraftRow };

async function requireAllowed(tx: Transaction, { actor, matter, document, draft }: Held): Promise<void> {
  if (actor.role !== 'client') return requireClaimable(tx, { actor, matter });
  if (document.createdBy !== actor.id) throw new DeskError('forbidden', '只有客服可以弃用这份文书。');
  if (!['drafting', 'failed', 'void'].includes(draft.status)) {
    throw new DeskError('conflict', '这份合同已经读完，正在审核，不能再取消。如不需要审核了，请发一条消息告诉承办人。');
  }
}
