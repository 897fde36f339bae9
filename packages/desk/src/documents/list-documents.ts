import type { DocumentSummary } from '@lutai/contracts';
import { type Database, documents } from '@lutai/db';
import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { latestRevision, matterNotFound, readMatter } from '../matters/matter-rows.ts';
import { isDeskReader } from '../matters/permissions.ts';
import { draftOfDocument, readMadeFrom, standingDelivery, statusOf, toDocument } from './document-rows.ts';
import { mayReadDocument } from './may-read-document.ts';
import { undecidedOf } from './obstacles.ts';
import { readingProgress } from './recognition/enqueue-reading.ts';

export type ListDocumentsDeps = { db: Database };
export type ListDocumentsInput = { actor: Actor; matterId: string };

/** The documents of a matter that the actor may see, oldest first; what they still lack is told to the desk. */
export async function listDocuments({ db }: ListDocumentsDeps, input: ListDocumentsInput): Promise<DocumentSummary[]> {
  const { actor, matterId } = input;
  const matter = await readMatter(db, matterId);
  const onDesk = isDeskReader(actor);
  if (!onDesk && (actor.role !== 'client' || matter.clientId !== actor.id)) throw matterNotFound();
  const found = await db
    .select()
    .from(documents)
    .where(eq(documents.matterId, matterId))
    .orderBy(asc(documents.createdAt), asc(documents.id));
  const summaries: DocumentSummary[] = [];
  for (const document of found.map(toDocument)) {
    const delivery = await standingDelivery(db, document.draftId);
    const isDelivered = delivery?.state === 'sent';
    if (!mayReadDocument({ actor, matter, document, isDelivered })) continue;
    const revision = await latestRevision(db, document.draftId);
    const madeFrom = onDesk && revision ? await readMadeFrom(db, revision.id) : null;
    const draft = await draftOfDocument(db, document);
    const status = statusOf(draft, delivery?.state ?? null);
    summaries.push({
      id: document.id,
      matterId,
      kind: document.kind,
      templateId: document.templateId,
      title: document.title,
      // That it was signed and waits to be sent is the desk's own business.
      status: onDesk || status !== 'approved' ? status : 'open',
      missing: madeFrom?.missing.length ?? 0,
      undecided: undecidedOf(madeFrom?.review ?? null),
      requested: status === 'open' && document.requestedFields.length > 0,
      reading: status === 'reading' ? await readingProgress(db, document.id) : null,
      failure: status === 'unreadable' ? draft.failure : null,
      createdAt: document.createdAt.toISOString(),
      updatedAt: document.updatedAt.toISOString(),
    });
  }
  return summaries;
}
