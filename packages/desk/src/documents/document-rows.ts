import {
  type DocumentStatus,
  documentKindSchema,
  fieldProblemSchema,
  fieldValuesSchema,
  missingFieldSchema,
  reviewedContractSchema,
} from '@lutai/contracts';
import {
  approvals,
  type Database,
  deliveries,
  documentRevisions,
  documents,
  drafts,
  type Transaction,
} from '@lutai/db';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { DeskError } from '../desk-error.ts';
import type { DraftRow } from '../matters/matter-rows.ts';

export type DocumentRow = ReturnType<typeof toDocument>;

export const documentNotFound = () => new DeskError('not-found', '没有这份文书，或者您无权查看它。');

export const toDocument = (row: typeof documents.$inferSelect) => ({
  ...row,
  kind: documentKindSchema.parse(row.kind),
});

export async function findDocument(db: Database | Transaction, documentId: string): Promise<DocumentRow> {
  const [row] = await db.select().from(documents).where(eq(documents.id, documentId));
  if (!row) throw documentNotFound();
  return toDocument(row);
}

export async function draftOfDocument(db: Database | Transaction, document: DocumentRow): Promise<DraftRow> {
  const [row] = await db.select().from(drafts).where(eq(drafts.id, document.draftId));
  if (!row) throw documentNotFound();
  return row;
}

/** The text of the contract that the document of a draft is about; null for one that was drafted. */
export async function sourceOfDraft(db: Database, draftId: string): Promise<string | null> {
  const [row] = await db.select({ text: documents.sourceText }).from(documents).where(eq(documents.draftId, draftId));
  return row?.text ?? null;
}

/** What was found in a contract and what of it was decided, as a revision keeps it. */
export const keptReviewSchema = reviewedContractSchema.omit({ types: true, text: true });
export type KeptReview = z.infer<typeof keptReviewSchema>;

const madeFromSchema = z.object({
  values: fieldValuesSchema,
  missing: z.array(missingFieldSchema),
  problems: z.array(fieldProblemSchema),
  review: keptReviewSchema.nullable(),
  fileSha256: z.string(),
});
export type MadeFrom = z.infer<typeof madeFromSchema>;

/** What a revision of a document was made from. */
export async function readMadeFrom(db: Database | Transaction, revisionId: string): Promise<MadeFrom> {
  const [row] = await db.select().from(documentRevisions).where(eq(documentRevisions.revisionId, revisionId));
  return madeFromSchema.parse(row);
}

/** The delivery state of the approval that stands, null where none does. */
export async function standingDelivery(
  db: Database | Transaction,
  draftId: string,
): Promise<{ approvalId: string; state: string } | null> {
  const [row] = await db
    .select({ approvalId: approvals.id, state: deliveries.state })
    .from(approvals)
    .innerJoin(deliveries, eq(deliveries.approvalId, approvals.id))
    .where(and(eq(approvals.draftId, draftId), isNull(approvals.voidedAt)));
  return row ?? null;
}

export function statusOf(draft: { status: string }, deliveryState: string | null): DocumentStatus {
  if (draft.status === 'void') return 'discarded';
  if (draft.status === 'drafting') return 'reading';
  if (draft.status === 'failed') return 'unreadable';
  if (draft.status !== 'approved') return 'open';
  return deliveryState === 'sent' ? 'delivered' : 'approved';
}
