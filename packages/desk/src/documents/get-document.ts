import type { DocumentDetail, Revision } from '@lutai/contracts';
import { type Database, messages, revisions, users } from '@lutai/db';
import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { readFindings } from '../matters/gate/read-findings.ts';
import { newestInbound, readMatter } from '../matters/matter-rows.ts';
import { isDeskReader } from '../matters/permissions.ts';
import { toRevision } from '../matters/read-draft.ts';
import { clientView } from './client-view.ts';
import {
  type DocumentRow,
  documentNotFound,
  draftOfDocument,
  findDocument,
  type MadeFrom,
  readMadeFrom,
  standingDelivery,
  statusOf,
} from './document-rows.ts';
import type { DocumentWorks } from './document-works.ts';
import { mayReadDocument } from './may-read-document.ts';
import { obstaclesOf } from './obstacles.ts';
import { readingProgress } from './recognition/enqueue-reading.ts';

export type GetDocumentDeps = { db: Database; works: DocumentWorks };
export type GetDocumentInput = { actor: Actor; documentId: string };

/** One document as the actor may see it; another's, and what a client was neither asked nor sent, is `not-found`. */
export async function getDocument(deps: GetDocumentDeps, input: GetDocumentInput): Promise<DocumentDetail> {
  const { db } = deps;
  const { actor, documentId } = input;
  const document = await findDocument(db, documentId);
  const matter = await readMatter(db, document.matterId);
  const delivery = await standingDelivery(db, document.draftId);
  const isDelivered = delivery?.state === 'sent';
  if (!mayReadDocument({ actor, matter, document, isDelivered })) throw documentNotFound();
  const detail = await readDetail(deps, document, delivery);
  return isDeskReader(actor) ? detail : clientView(detail);
}

async function readDetail(
  { db, works }: GetDocumentDeps,
  document: DocumentRow,
  delivery: { approvalId: string; state: string } | null,
): Promise<DocumentDetail> {
  const draft = await draftOfDocument(db, document);
  const found = await db
    .select({ revision: revisions, authorName: users.name })
    .from(revisions)
    .leftJoin(users, eq(users.id, revisions.authorId))
    .where(eq(revisions.draftId, document.draftId))
    .orderBy(asc(revisions.number));
  const newest = found.at(-1);
  const status = statusOf(draft, delivery?.state ?? null);
  const isUnread = document.kind === 'reviewed' && document.sourceText === null;
  if (!newest && !isUnread) throw documentNotFound();
  const { values, missing, problems, review } = newest ? await readMadeFrom(db, newest.revision.id) : nothingYet;
  // A template that is no longer there takes nothing from what was written with it.
  const template = works.templates().find(({ id }) => id === document.templateId);
  const filled = template ? works.fill(template.id, values) : null;
  const findings = newest ? await readFindings(db, newest.revision) : [];
  const all: Revision[] = found.map(({ revision, authorName }) => toRevision(revision, authorName));
  const answersNewest = (await newestInbound(db, document.matterId))?.id === draft.basedOnMessageId;
  const source = sourceOf(document);
  return {
    id: document.id,
    matterId: document.matterId,
    draftId: document.draftId,
    kind: document.kind,
    templateId: document.templateId,
    title: document.title,
    status,
    createdByName: await nameOf(db, document.createdBy),
    createdAt: document.createdAt.toISOString(),
    updatedAt: document.updatedAt.toISOString(),
    reading: status === 'reading' ? await readingProgress(db, document.id) : null,
    failure: status === 'unreadable' ? draft.failure : null,
    baseRevisionId: newest?.revision.id ?? '',
    source,
    notice: filled?.notice ?? [],
    fields: filled?.fields ?? [],
    ...{ values, missing, problems, findings },
    requestedFields: document.requestedFields,
    contract: review && { ...review, types: works.contractTypes(), text: document.sourceText ?? '' },
    revision: all.at(-1) ?? null,
    obstacles: [
      ...(status === 'open' && !answersNewest ? ['客户又发来了新消息，请看过后把文书再保存一次。'] : []),
      ...obstaclesOf({ missing, problems, review }),
      ...(findings.some(({ open }) => open) ? ['有引用没有通过核对，请逐一处理。'] : []),
    ],
    revisions: all.map(({ id, number, authorName, createdAt, contentHash }) => ({
      ...{ id, number, authorName, createdAt, contentHash },
    })),
    messageId: delivery?.state === 'sent' ? await messageOf(db, delivery.approvalId) : null,
  };
}

/** Of a contract that is being recognised, or could not be. */
const nothingYet: Pick<MadeFrom, 'values' | 'missing' | 'problems' | 'review'> = {
  values: {},
  missing: [],
  problems: [],
  review: null,
};

function sourceOf({ sourceName, sourceSha256, sourceFormat }: DocumentRow): DocumentDetail['source'] {
  if (sourceSha256 === null) return null;
  return { name: sourceName ?? '', sha256: sourceSha256, format: sourceFormat ?? '' };
}

async function nameOf(db: Database, userId: string): Promise<string> {
  const [user] = await db.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return user?.name ?? '';
}

async function messageOf(db: Database, approvalId: string): Promise<string | null> {
  const [message] = await db.select({ id: messages.id }).from(messages).where(eq(messages.approvalId, approvalId));
  return message?.id ?? null;
}
