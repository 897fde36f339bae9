import type { DocumentDetail } from '@lutai/contracts';
import { documents, drafts } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { requireClaimable } from '../matters/claim-matter.ts';
import { lockMatter } from '../matters/matter-rows.ts';
import { requireDrafter } from '../matters/permissions.ts';
import { refuseWhatHasLeft } from '../matters/revise-draft.ts';
import { voidStandingApprovals } from '../matters/void-open-work.ts';
import type { DocumentDeps } from './document-deps.ts';
import { draftOfDocument, findDocument } from './document-rows.ts';
import { getDocument } from './get-document.ts';

export type DiscardDocumentInput = { actor: Actor; documentId: string };

/** 弃用: a document that is not to be sent. It is kept, and no longer changes; an approval that has not left is voided. */
export async function discardDocument(deps: DocumentDeps, input: DiscardDocumentInput): Promise<DocumentDetail> {
  const { actor, documentId } = input;
  requireDrafter(actor);
  const { matterId } = await findDocument(deps.db, documentId);
  await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    await requireClaimable(tx, { actor, matter });
    const document = await findDocument(tx, documentId);
    const draft = await draftOfDocument(tx, document);
    if (draft.status === 'void') return;
    if (draft.status === 'approved') await refuseWhatHasLeft(tx, draft, '文书');
    const at = deps.now();
    const voided = await voidStandingApprovals(tx, { matterId, draftId: draft.id, reason: '文书已弃用', at });
    await tx.update(drafts).set({ status: 'void', updatedAt: at }).where(eq(drafts.id, draft.id));
    await tx
      .update(documents)
      .set({ discardedAt: at, requestedFields: [], clientFilledAt: null, updatedAt: at })
      .where(eq(documents.id, documentId));
    await recordAudit(tx, {
      ...{ at, actor, action: 'document.discarded', subjectType: 'document', subjectId: documentId, matterId },
      details: { draftId: draft.id, voidedApprovals: voided.map(({ id }) => id) },
    });
  });
  deps.publish({ type: 'document', matterId, documentId, forClient: true });
  return getDocument(deps, input);
}
