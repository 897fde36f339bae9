import { type Database, documents, drafts, type Transaction } from '@lutai/db';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import type { MatterRow } from '../matters/matter-rows.ts';
import { nextStatus } from '../matters/matter-status.ts';
import type { DocumentDeps } from './document-deps.ts';
import { storeFile } from './document-files.ts';
import { openDocument } from './open-document.ts';
import type { ReadContract } from './read-contract.ts';
import { enqueueReading } from './recognition/enqueue-reading.ts';

/** Each is kept whole, as evidence of what was reviewed. */
const mostContracts = 20;

type Storing = { actor: Actor; matter: MatterRow; contract: ReadContract };

/**
 * Stores a contract as a document of a matter, whose lock is held; the same file is the same document, unless that could
 * not be read: then it is tried anew. What must be recognised first is a job: `wake` the worker when it is committed.
 */
export async function storeContract(
  tx: Transaction,
  { now, newId }: Pick<DocumentDeps, 'now' | 'newId'>,
  { actor, matter, contract }: Storing,
): Promise<{ documentId: string; duplicate: boolean }> {
  const { title, source, bytes, reviewed } = contract;
  nextStatus(matter.status, 'claimed');
  const earlier = await findUploaded(tx, matter.id, source.sha256);
  if (earlier && !earlier.unreadable) return { documentId: earlier.id, duplicate: true };
  await refuseTooMany(tx, matter.id);
  const at = now();
  if (earlier) await giveUpUnreadable(tx, earlier, { actor, matterId: matter.id, at });
  await storeFile(tx, bytes, at);
  const documentId = await openDocument(tx, {
    ...{ actor, matter, newId, at, action: 'document.uploaded', first: reviewed?.first ?? null },
    document: { kind: 'reviewed', title, templateId: null, source: { ...source, read: reviewed?.read ?? null } },
  });
  if (!reviewed) await enqueueReading(tx, { id: newId(), documentId });
  return { documentId, duplicate: false };
}

export type UploadedBefore = { id: string; draftId: string; unreadable: boolean };

/** The document of a matter that a file became, unless that was given up. */
export async function findUploaded(
  db: Database | Transaction,
  matterId: string,
  sha256: string,
): Promise<UploadedBefore | null> {
  const [row] = await db
    .select({ id: documents.id, draftId: documents.draftId, status: drafts.status })
    .from(documents)
    .innerJoin(drafts, eq(drafts.id, documents.draftId))
    .where(and(eq(documents.matterId, matterId), eq(documents.sourceSha256, sha256), isNull(documents.discardedAt)));
  return row ? { id: row.id, draftId: row.draftId, unreadable: row.status === 'failed' } : null;
}

async function giveUpUnreadable(
  tx: Transaction,
  { id, draftId }: UploadedBefore,
  { actor, matterId, at }: { actor: Actor; matterId: string; at: Date },
): Promise<void> {
  await tx.update(drafts).set({ status: 'void', updatedAt: at }).where(eq(drafts.id, draftId));
  await tx.update(documents).set({ discardedAt: at, updatedAt: at }).where(eq(documents.id, id));
  await recordAudit(tx, {
    ...{ at, actor, action: 'document.discarded', subjectType: 'document', subjectId: id, matterId },
    details: { draftId, was: 'failed', voidedApprovals: [] },
  });
}

async function refuseTooMany(tx: Transaction, matterId: string): Promise<void> {
  const where = and(eq(documents.matterId, matterId), eq(documents.kind, 'reviewed'));
  const [counted] = await tx.select({ total: count() }).from(documents).where(where);
  if ((counted?.total ?? 0) < mostContracts) return;
  throw new DeskError('conflict', `一个事项最多审查 ${mostContracts} 份合同。请新建一个事项再上传。`);
}
