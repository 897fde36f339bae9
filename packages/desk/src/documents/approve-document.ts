import type { DocumentDetail } from '@lutai/contracts';
import type { Actor } from '../audit/actor.ts';
import { type ApproveDraftDeps, approveDraft } from '../matters/approve-draft.ts';
import { requireDrafter } from '../matters/permissions.ts';
import type { DocumentDeps } from './document-deps.ts';
import { findDocument } from './document-rows.ts';
import { getDocument } from './get-document.ts';

export type ApproveDocumentDeps = DocumentDeps & ApproveDraftDeps;
/** `contentHash` covers text, citations, recipient and the file. */
export type ApproveDocumentInput = { actor: Actor; documentId: string; revisionId: string; contentHash: string };

/** 核准文书: signs the newest revision of a complete document with its file, and puts its delivery on its way. */
export async function approveDocument(deps: ApproveDocumentDeps, input: ApproveDocumentInput): Promise<DocumentDetail> {
  const { actor, documentId, ...signed } = input;
  requireDrafter(actor);
  const { draftId, matterId } = await findDocument(deps.db, documentId);
  await approveDraft(deps, { actor, draftId, ...signed });
  deps.publish({ type: 'document', matterId, documentId, forClient: false });
  return getDocument(deps, { actor, documentId });
}
