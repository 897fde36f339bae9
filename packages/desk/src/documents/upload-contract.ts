import type { DocumentDetail } from '@lutai/contracts';
import { type Database, documents, type Transaction } from '@lutai/db';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { DeskError } from '../desk-error.ts';
import { chinaDay } from '../drafting/china-day.ts';
import { requireClaimable } from '../matters/claim-matter.ts';
import { lockMatter, type MatterRow, matterNotFound, readMatter } from '../matters/matter-rows.ts';
import { nextStatus } from '../matters/matter-status.ts';
import { requireDrafter } from '../matters/permissions.ts';
import { storableText } from '../matters/storable-text.ts';
import { checkDocument } from './check-document.ts';
import type { DocumentDeps } from './document-deps.ts';
import { sha256Of, storeFile } from './document-files.ts';
import type { ContractFile } from './document-works.ts';
import { getDocument } from './get-document.ts';
import { openDocument } from './open-document.ts';
import { reviewedContent } from './reviewed-content.ts';

export type UploadContractInput = { actor: Actor; matterId: string; file: ContractFile };

/** Each is kept whole, as evidence of what was reviewed. */
const mostContracts = 20;

/**
 * 合同审查: takes a contract in, from the client of the matter or from the desk, and holds it against the checklist of its
 * type. The same file again is the same document. Throws `unsupported-file` or `too-large` with the reason.
 */
export async function uploadContract(
  deps: DocumentDeps,
  { actor, matterId, file }: UploadContractInput,
): Promise<{ document: DocumentDetail; duplicate: boolean }> {
  requireUploader(actor, await readMatter(deps.db, matterId));
  const sha256 = sha256Of(file.bytes);
  const known = await findUploaded(deps.db, matterId, sha256);
  if (known) return { document: await getDocument(deps, { actor, documentId: known }), duplicate: true };

  const read = await deps.works.read(file);
  const text = storableText(read.text);
  const name = storableText(file.name).slice(-200);
  const title = name.replace(/\.[a-z]{2,8}$/iu, '').slice(0, 100) || '合同';
  const asOf = chinaDay(deps.now());
  const { findings, ...review } = await deps.works.review(text, { asOf });
  const undecided = findings.map((finding) => ({ ...finding, decision: null }));
  const source = { title, file: { ...file, format: read.format }, text };
  const readNotes = read.notes.map(storableText);
  const content = await reviewedContent(deps, source, { ...review, readNotes, findings: undecided });
  const citations = await checkDocument(deps.checkText, { ...content, source: text }, asOf);

  const stored = await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    requireUploader(actor, matter);
    nextStatus(matter.status, 'claimed');
    if (actor.role !== 'client') await requireClaimable(tx, { actor, matter });
    const first = await findUploaded(tx, matterId, sha256);
    if (first) return { documentId: first, duplicate: true };
    await refuseTooMany(tx, matterId);
    const at = deps.now();
    await storeFile(tx, file.bytes, at);
    const document = {
      ...{ kind: 'reviewed' as const, title, templateId: null },
      source: { sha256, name, format: read.format, text },
    };
    const documentId = await openDocument(tx, {
      ...{ actor, matter, newId: deps.newId, at, action: 'document.uploaded', document },
      ...{ content, citations, authorId: null },
    });
    return { documentId, duplicate: false };
  });
  const { documentId, duplicate } = stored;
  if (!duplicate) deps.publish({ type: 'document', matterId, documentId, forClient: actor.role === 'client' });
  return { document: await getDocument(deps, { actor, documentId }), duplicate };
}

function requireUploader(actor: Actor, matter: MatterRow): void {
  if (actor.role !== 'client') requireDrafter(actor);
  else if (matter.clientId !== actor.id) throw matterNotFound();
}

async function findUploaded(db: Database | Transaction, matterId: string, sha256: string): Promise<string | null> {
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
