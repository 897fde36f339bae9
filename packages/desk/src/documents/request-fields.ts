import type { DocumentDetail } from '@lutai/contracts';
import { documents } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { requireClaimable } from '../matters/claim-matter.ts';
import { latestRevision, lockMatter } from '../matters/matter-rows.ts';
import { nextStatus } from '../matters/matter-status.ts';
import { requireDrafter } from '../matters/permissions.ts';
import type { DocumentDeps } from './document-deps.ts';
import { draftOfDocument, findDocument, readMadeFrom } from './document-rows.ts';
import { getDocument } from './get-document.ts';

/** `fields` are keys of the form; none takes the request back. */
export type RequestFieldsInput = { actor: Actor; documentId: string; fields: string[] };

/** Opens fields of a document to the client of its matter, who then sees these and no more of it. */
export async function requestFields(deps: DocumentDeps, input: RequestFieldsInput): Promise<DocumentDetail> {
  const { actor, documentId } = input;
  requireDrafter(actor);
  const { matterId } = await findDocument(deps.db, documentId);
  const fields = [...new Set(input.fields)];
  await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    nextStatus(matter.status, 'claimed');
    await requireClaimable(tx, { actor, matter });
    const document = await findDocument(tx, documentId);
    const draft = await draftOfDocument(tx, document);
    if (draft.status !== 'ready') {
      throw new DeskError('conflict', '这份文书已核准、已送达或已弃用，不能再请客户填写。请刷新后再看。');
    }
    const revision = await latestRevision(tx, document.draftId);
    const values = revision ? (await readMadeFrom(tx, revision.id)).values : {};
    const known = document.templateId === null ? [] : deps.works.fill(document.templateId, values).fields;
    const unknown = fields.find((key) => !known.some((field) => field.key === key));
    if (unknown !== undefined)
      throw new DeskError('invalid-input', `这份文书没有“${unknown}”这一栏。请在所列的栏目中选择。`);
    const at = deps.now();
    await tx.update(documents).set({ requestedFields: fields, updatedAt: at }).where(eq(documents.id, documentId));
    await recordAudit(tx, {
      ...{ at, actor, action: 'document.fields-requested', subjectType: 'document', subjectId: documentId, matterId },
      details: { fields },
    });
  });
  deps.publish({ type: 'document', matterId, documentId, forClient: true });
  return getDocument(deps, { actor, documentId });
}
