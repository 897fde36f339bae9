import type { Citation } from '@lutai/contracts';
import { type Database, documents, type Transaction } from '@lutai/db';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { DeskError } from '../desk-error.ts';
import { chinaDay } from '../drafting/china-day.ts';
import type { MatterRow } from '../matters/matter-rows.ts';
import { nextStatus } from '../matters/matter-status.ts';
import { storableText } from '../matters/storable-text.ts';
import type { DocumentContent } from './add-document-revision.ts';
import { checkDocument } from './check-document.ts';
import type { DocumentDeps } from './document-deps.ts';
import { sha256Of, storeFile } from './document-files.ts';
import type { ContractFile } from './document-works.ts';
import { openDocument } from './open-document.ts';
import { reviewedContent } from './reviewed-content.ts';

/** A contract as it was read and held against the checklist of its type, not stored yet. */
export type ReadContract = {
  title: string;
  source: { sha256: string; name: string; format: string; text: string };
  bytes: Uint8Array;
  content: DocumentContent;
  citations: Citation[];
};

/** Each is kept whole, as evidence of what was reviewed. */
const mostContracts = 20;

export const nameOfContract = ({ name }: ContractFile): string => storableText(name).slice(-200);

/** Reads and reviews a contract. Throws `unsupported-file` or `too-large` with the reason. */
export async function readContract(deps: DocumentDeps, file: ContractFile): Promise<ReadContract> {
  const read = await deps.works.read(file);
  const text = storableText(read.text);
  const name = nameOfContract(file);
  const title = name.replace(/\.[a-z]{2,8}$/iu, '').slice(0, 100) || '合同';
  const asOf = chinaDay(deps.now());
  const { findings, ...review } = await deps.works.review(text, { asOf });
  const undecided = findings.map((finding) => ({ ...finding, decision: null }));
  const reviewed = { title, file: { ...file, format: read.format }, text };
  const readNotes = read.notes.map(storableText);
  const content = await reviewedContent(deps, reviewed, { ...review, readNotes, findings: undecided });
  const citations = await checkDocument(deps.checkText, { ...content, source: text }, asOf);
  const source = { sha256: sha256Of(file.bytes), name, format: read.format, text };
  return { title, source, bytes: file.bytes, content, citations };
}

type Storing = { actor: Actor; matter: MatterRow; contract: ReadContract };

/** Stores a contract as a document of a matter, whose lock is held; the same file is the same document. */
export async function storeContract(
  tx: Transaction,
  { now, newId }: Pick<DocumentDeps, 'now' | 'newId'>,
  { actor, matter, contract }: Storing,
): Promise<{ documentId: string; duplicate: boolean }> {
  const { title, source, bytes, content, citations } = contract;
  nextStatus(matter.status, 'claimed');
  const first = await findUploaded(tx, matter.id, source.sha256);
  if (first) return { documentId: first, duplicate: true };
  await refuseTooMany(tx, matter.id);
  const at = now();
  await storeFile(tx, bytes, at);
  const documentId = await openDocument(tx, {
    ...{ actor, matter, newId, at, action: 'document.uploaded', content, citations, authorId: null },
    document: { kind: 'reviewed', title, templateId: null, source },
  });
  return { documentId, duplicate: false };
}

/** The document of a matter that reviews a file, unless that was given up. */
export async function findUploaded(
  db: Database | Transaction,
  matterId: string,
  sha256: string,
): Promise<string | null> {
  const [row] = await db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.matterId, matterId), eq(documents.sourceSha256, sha256), isNull(documents.discardedAt)));
  return row?.id ?? null;
}

async function refuseTooMany(tx: Transaction, matterId: string): Promise<void> {
  const where = and(eq(documents.matterId, matterId), eq(documents.kind, 'reviewed'));
  const [counted] = await tx.select({ total: count() }).from(documents).where(where);
  if ((counted?.total ?? 0) < mostContracts) return;
  throw new DeskError('conflict', `一个事项最多审查 ${mostContracts} 份合同。请新建一个事项再上传。`);
}
