import { documents, drafts, type Transaction } from '@lutai/db';
import { eq } from 'drizzle-orm';
import { recordAudit, systemActor } from '../../audit/record-audit.ts';
import { chinaDay } from '../../drafting/china-day.ts';
import { lockMatter } from '../../matters/matter-rows.ts';
import { nextStatus } from '../../matters/matter-status.ts';
import { addDocumentRevision } from '../add-document-revision.ts';
import { draftOfDocument, findDocument } from '../document-rows.ts';
import type { ReviewedContract } from '../read-contract.ts';
import { riskOfMatter } from '../risk-of-matter.ts';

type Ending = { matterId: string; documentId: string; at: Date };

/** Stores what was recognised and its review as the first revision. False where nobody waits for it any more. */
export async function finishReading(
  tx: Transaction,
  input: Ending & { revisionId: string; reviewed: ReviewedContract },
): Promise<boolean> {
  const { matterId, documentId, revisionId, reviewed, at } = input;
  const { read, first } = reviewed;
  const matter = await lockMatter(tx, matterId);
  const document = await findDocument(tx, documentId);
  const draft = await draftOfDocument(tx, document);
  if (draft.status !== 'drafting') return false;
  nextStatus(matter.status, 'claimed');
  await tx
    .update(documents)
    .set({ sourceFormat: read.format, sourceText: read.text, updatedAt: at })
    .where(eq(documents.id, documentId));
  const revision = await addDocumentRevision(tx, { document, matter, revisionId, number: 1, ...first, at });
  await tx
    .update(drafts)
    .set({ status: 'ready', asOf: chinaDay(at), risk: await riskOfMatter(tx, matterId), updatedAt: at })
    .where(eq(drafts.id, draft.id));
  await recordAudit(tx, {
    ...{ at, actor: systemActor, action: 'document.recognised', subjectType: 'document', subjectId: documentId },
    matterId,
    details: {
      ...{ revisionId, contentHash: revision.contentHash, findings: first.content.review?.findings.length ?? null },
    },
  });
  return true;
}

/** Leaves the document with the reason why it could not be read. False where nobody waits for it any more. */
export async function failReading(tx: Transaction, input: Ending & { reason: string }): Promise<boolean> {
  const { matterId, documentId, reason, at } = input;
  await lockMatter(tx, matterId);
  const document = await findDocument(tx, documentId);
  const draft = await draftOfDocument(tx, document);
  if (draft.status !== 'drafting') return false;
  await tx.update(drafts).set({ status: 'failed', failure: reason, updatedAt: at }).where(eq(drafts.id, draft.id));
  await tx.update(documents).set({ updatedAt: at }).where(eq(documents.id, documentId));
  await recordAudit(tx, {
    ...{ at, actor: systemActor, action: 'document.unreadable', subjectType: 'document', subjectId: documentId },
    ...{ matterId, details: { reason } },
  });
  return true;
}
