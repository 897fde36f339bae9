import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { latestRevision, type RevisionRow, readMatter } from '../matters/matter-rows.ts';
import { requireDeskReader } from '../matters/permissions.ts';
import { copyLabel } from './copy-label.ts';
import { readFile } from './document-files.ts';
import { type DocumentRow, documentNotFound, draftOfDocument, findDocument, readMadeFrom } from './document-rows.ts';
import type { DocumentWorks } from './document-works.ts';

export type ExportDocumentDeps = { db: Database; now: () => Date; works: DocumentWorks };
/** `source` is the contract as it was sent in. */
export type ExportDocumentInput = { actor: Actor; documentId: string; format: 'docx' | 'html' | 'source' };
export type ExportedFile = { name: string; bytes: Uint8Array };

/**
 * A file of a document for the desk; a client gets its own with the message. What is not approved says so on every page;
 * an approved DOCX is the very file that was signed.
 */
export async function exportDocument(deps: ExportDocumentDeps, input: ExportDocumentInput): Promise<ExportedFile> {
  const { actor, documentId, format } = input;
  requireDeskReader(actor);
  const document = await findDocument(deps.db, documentId);
  const revision = await latestRevision(deps.db, document.draftId);
  const file = await fileOf(deps, document, revision ?? null, format);
  await deps.db.transaction((tx) =>
    recordAudit(tx, {
      ...{ at: deps.now(), actor, action: 'document.exported', subjectType: 'document', subjectId: documentId },
      ...{
        matterId: document.matterId,
        details: { format, revisionId: revision?.id ?? null, contentHash: revision?.contentHash ?? null },
      },
    }),
  );
  return file;
}

async function fileOf(
  { db, works }: ExportDocumentDeps,
  document: DocumentRow,
  revision: RevisionRow | null,
  format: ExportDocumentInput['format'],
): Promise<ExportedFile> {
  const { title, templateId } = document;
  if (format === 'source') return stored(db, document.sourceSha256, document.sourceName ?? title);
  // A contract that is not read yet has its original alone.
  if (revision === null) throw documentNotFound();
  const { values, fileSha256 } = await readMadeFrom(db, revision.id);
  if (templateId === null) {
    if (format === 'docx') return stored(db, fileSha256, `${title}（审查稿）.docx`);
    throw new DeskError('invalid-input', '审查的合同只能导出为 Word 文件。');
  }
  const isSigned = (await draftOfDocument(db, document)).status === 'approved';
  if (format === 'docx' && isSigned) return stored(db, fileSha256, `${title}.docx`);
  const { number } = await readMatter(db, document.matterId);
  const label = await copyLabel(db, number, revision);
  const name = label.approval === null ? `${title}（草稿）.${format}` : `${title}.${format}`;
  return { name, bytes: await works.writeLabelled(templateId, values, format, label) };
}

async function stored(db: Database, sha256: string | null, name: string): Promise<ExportedFile> {
  if (sha256 === null) throw new DeskError('not-found', '这份文书不是由上传的文件来的，没有原件。');
  const bytes = await readFile(db, sha256);
  if (bytes === null) throw new DeskError('unavailable', '文书的文件与保存时不一致，不能导出。请重新保存文书。');
  return { name, bytes };
}
