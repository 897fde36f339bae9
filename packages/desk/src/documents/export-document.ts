import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { latestRevision, lockMatter } from '../matters/matter-rows.ts';
import { requireDeskReader } from '../matters/permissions.ts';
import { readFile } from './document-files.ts';
import { documentNotFound, findDocument, readMadeFrom } from './document-rows.ts';
import type { DocumentWorks } from './document-works.ts';

export type ExportDocumentDeps = { db: Database; now: () => Date; works: DocumentWorks };
/** `docx` is the stored file of the newest revision, `html` a page to be looked at or printed, `source` what was sent in. */
export type ExportDocumentInput = { actor: Actor; documentId: string; format: 'docx' | 'html' | 'source' };
export type ExportedFile = { name: string; bytes: Uint8Array };

/** The file of a document for the desk; a client gets its own with the message. */
export async function exportDocument(deps: ExportDocumentDeps, input: ExportDocumentInput): Promise<ExportedFile> {
  const { actor, documentId, format } = input;
  requireDeskReader(actor);
  const document = await findDocument(deps.db, documentId);
  const revision = await latestRevision(deps.db, document.draftId);
  if (!revision) throw documentNotFound();
  const { values, fileSha256 } = await readMadeFrom(deps.db, revision.id);
  const file = await read();
  await deps.db.transaction(async (tx) => {
    await lockMatter(tx, document.matterId);
    await recordAudit(tx, {
      ...{ at: deps.now(), actor, action: 'document.exported', subjectType: 'document', subjectId: documentId },
      ...{
        matterId: document.matterId,
        details: { format, revisionId: revision.id, contentHash: revision.contentHash },
      },
    });
  });
  return file;

  async function read(): Promise<ExportedFile> {
    if (format === 'html') {
      if (document.templateId === null) throw new DeskError('invalid-input', '审查的合同只能导出为 Word 文件。');
      return { name: `${document.title}.html`, bytes: await deps.works.write(document.templateId, values, 'html') };
    }
    if (format === 'source') return stored(document.sourceSha256, document.sourceName ?? document.title);
    return stored(
      fileSha256,
      document.templateId === null ? `${document.title}（审查稿）.docx` : `${document.title}.docx`,
    );
  }

  async function stored(sha256: string | null, name: string): Promise<ExportedFile> {
    if (sha256 === null) throw new DeskError('not-found', '这份文书不是由上传的文件来的，没有原件。');
    const bytes = await readFile(deps.db, sha256);
    if (bytes === null) throw new DeskError('unavailable', '文书的文件与保存时不一致，不能导出。请重新保存文书。');
    return { name, bytes };
  }
}
