import type { Citation, FieldProblem, FieldValues, MissingField } from '@lutai/contracts';
import { documentRevisions, type Transaction } from '@lutai/db';
import { addRevision } from '../matters/add-revision.ts';
import { type MatterRow, type RevisionRow, replyAddress } from '../matters/matter-rows.ts';
import { storeFile } from './document-files.ts';
import type { KeptReview } from './document-rows.ts';

/** A document as it is to be stored; `file` is the DOCX that is sent. */
export type DocumentContent = {
  fileName: string;
  text: string;
  values: FieldValues;
  missing: MissingField[];
  problems: FieldProblem[];
  review: KeptReview | null;
  file: Uint8Array;
};

export type AddDocumentRevisionInput = {
  document: { id: string; draftId: string };
  matter: MatterRow;
  revisionId: string;
  number: number;
  content: DocumentContent;
  citations: Citation[];
  authorId: string | null;
  at: Date;
};

/** Stores one immutable text of a document with its file, under the hash that an approval of both will sign. */
export async function addDocumentRevision(tx: Transaction, input: AddDocumentRevisionInput): Promise<RevisionRow> {
  const { document, matter, revisionId, number, content, citations, authorId, at } = input;
  const { fileName, text, values, missing, problems, review, file } = content;
  const sha256 = await storeFile(tx, file, at);
  const revision = await addRevision(tx, {
    id: revisionId,
    draftId: document.draftId,
    number,
    text,
    claims: [],
    citations,
    attachments: [{ name: fileName, sha256 }],
    address: await replyAddress(tx, matter),
    authorId,
    at,
  });
  await tx
    .insert(documentRevisions)
    .values({ revisionId, documentId: document.id, values, missing, problems, review, fileSha256: sha256 });
  return revision;
}
