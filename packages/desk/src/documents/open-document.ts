import type { Citation, DocumentKind } from '@lutai/contracts';
import { documents, drafts, type Transaction } from '@lutai/db';
import { desc, eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { chinaDay } from '../drafting/china-day.ts';
import { type MatterRow, newestInbound } from '../matters/matter-rows.ts';
import { addDocumentRevision, type DocumentContent } from './add-document-revision.ts';
import { riskOfMatter } from './risk-of-matter.ts';

export type FirstRevision = {
  content: DocumentContent;
  citations: Citation[];
  /** null for what no person wrote. */
  authorId: string | null;
};

export type OpenDocumentInput = {
  actor: Actor;
  matter: MatterRow;
  newId: () => string;
  at: Date;
  action: 'document.started' | 'document.uploaded';
  document: {
    kind: DocumentKind;
    title: string;
    templateId: string | null;
    source: { sha256: string; name: string; read: { format: string; text: string } | null } | null;
  };
  /** The first revision; null while what was sent in is still to be read. */
  first: FirstRevision | null;
};

/** Stores a new document with its draft and its first revision, if it has one, and gives its id. Hold the matter's lock. */
export async function openDocument(tx: Transaction, input: OpenDocumentInput): Promise<string> {
  const { actor, matter, newId, at, action, first } = input;
  const { kind, title, templateId, source } = input.document;
  const newest = await newestInbound(tx, matter.id);
  if (!newest) throw new DeskError('conflict', '本事项还没有客户的消息，不能建立文书。');
  const [last] = await tx
    .select({ number: drafts.number })
    .from(drafts)
    .where(eq(drafts.matterId, matter.id))
    .orderBy(desc(drafts.number))
    .limit(1);
  const draftId = newId();
  await tx.insert(drafts).values({
    ...{ id: draftId, matterId: matter.id, number: (last?.number ?? 0) + 1, kind: 'document' },
    ...{ basedOnMessageId: newest.id, status: first ? 'ready' : 'drafting', asOf: chinaDay(at) },
    ...{ risk: await riskOfMatter(tx, matter.id), createdAt: at, updatedAt: at },
  });
  const id = newId();
  await tx.insert(documents).values({
    ...{ id, matterId: matter.id, draftId, kind, templateId, title },
    ...{
      sourceSha256: source?.sha256,
      sourceName: source?.name,
      sourceFormat: source?.read?.format,
      sourceText: source?.read?.text,
    },
    ...{ createdBy: actor.id, createdAt: at, updatedAt: at },
  });
  const revision =
    first &&
    (await addDocumentRevision(tx, {
      ...{ document: { id, draftId }, matter, revisionId: newId(), number: 1 },
      ...{ ...first, at },
    }));
  await recordAudit(tx, {
    ...{ at, actor, action, subjectType: 'document', subjectId: id, matterId: matter.id },
    details: {
      ...{ kind, templateId, draftId, sourceSha256: source?.sha256 ?? null },
      ...(first && revision
        ? {
            ...{ revisionId: revision.id, contentHash: revision.contentHash, missing: first.content.missing.length },
            findings: first.content.review?.findings.length ?? null,
          }
        : { unread: true }),
    },
  });
  return id;
}
