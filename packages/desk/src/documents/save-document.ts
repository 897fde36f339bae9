import type { DocumentDetail } from '@lutai/contracts';
import { documents, drafts, matters, type Transaction } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { chinaDay } from '../drafting/china-day.ts';
import { requireClaimable } from '../matters/claim-matter.ts';
import { canonicalJson } from '../matters/content-hash.ts';
import {
  latestRevision,
  lockMatter,
  type MatterRow,
  newestInbound,
  type RevisionRow,
  readMatter,
} from '../matters/matter-rows.ts';
import { nextStatus } from '../matters/matter-status.ts';
import { refuseWhatHasLeft } from '../matters/revise-draft.ts';
import { voidStandingApprovals } from '../matters/void-open-work.ts';
import { addDocumentRevision, type DocumentContent } from './add-document-revision.ts';
import { checkDocument } from './check-document.ts';
import type { DocumentDeps } from './document-deps.ts';
import { type DocumentRow, draftOfDocument, findDocument, type MadeFrom, readMadeFrom } from './document-rows.ts';
import { getDocument } from './get-document.ts';
import { riskOfMatter } from './risk-of-matter.ts';

export type SaveDocumentInput = {
  actor: Actor;
  documentId: string;
  /** The newest revision that the actor knows of. */
  baseRevisionId: string;
  action: 'document.filled' | 'document.reviewed' | 'document.finding-decided';
  /** Throws where the actor may not change this document; asked before and within the transaction. */
  allow: (document: DocumentRow, matter: MatterRow) => void;
  make: (document: DocumentRow, before: MadeFrom) => Promise<DocumentContent>;
  details?: Record<string, unknown>;
};

/**
 * Stores the next revision of a document, its citations checked as of today. Voids an approval that has not left.
 * `stale-revision` when someone else has saved since `baseRevisionId`; nothing new is stored where nothing changed.
 */
export async function saveDocument(deps: DocumentDeps, input: SaveDocumentInput): Promise<DocumentDetail> {
  const { actor, documentId, baseRevisionId, allow, make } = input;
  const seen = await findDocument(deps.db, documentId);
  allow(seen, await readMatter(deps.db, seen.matterId));
  const base = await latestRevision(deps.db, seen.draftId);
  if (!base)
    throw new DeskError('conflict', '这份合同还在识别文字，或者没有读出来，不能处理。请等它读完，或者换一份文件。');
  if (base.id !== baseRevisionId) throw stale();
  const before = await readMadeFrom(deps.db, base.id);
  const content = await make(seen, before);
  // Before the transaction: it may take a while, and the embedded database has one connection.
  const citations = await checkDocument(deps.checkText, { ...content, source: seen.sourceText }, chinaDay(deps.now()));

  const forClient = await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, seen.matterId);
    const document = await findDocument(tx, documentId);
    allow(document, matter);
    const latest = await latestRevision(tx, document.draftId);
    if (latest?.id !== baseRevisionId) throw stale();
    await requireOpen(tx, { actor, matter, document });
    const isUnchanged =
      sameContent(latest, before, content) && canonicalJson(latest.citations) === canonicalJson(citations);
    const at = deps.now();
    const revision = isUnchanged
      ? latest
      : await addDocumentRevision(tx, {
          ...{ document, matter, revisionId: deps.newId(), number: latest.number + 1 },
          ...{ content, citations, authorId: actor.id, at },
        });
    await markSaved(tx, { actor, matter, document, at });
    const voided = isUnchanged ? [] : await voidApproval(tx, { matter, document, at });
    await recordAudit(tx, {
      ...{ at, actor, action: input.action, subjectType: 'document', subjectId: document.id, matterId: matter.id },
      details: {
        ...{ revisionId: revision.id, number: revision.number, contentHash: revision.contentHash },
        ...{ citations: citations.length, missing: content.missing.length, unchanged: isUnchanged },
        ...{ voidedApprovals: voided, ...input.details },
      },
    });
    return document.requestedFields.length > 0;
  });
  deps.publish({ type: 'document', matterId: seen.matterId, documentId, forClient });
  return getDocument(deps, { actor, documentId });
}

const stale = () =>
  new DeskError('stale-revision', '这份文书已被改过（有更新的修订）。请载入最新修订，把您的改动合并进去再保存。');

const sameContent = (latest: RevisionRow, before: MadeFrom, content: DocumentContent): boolean =>
  latest.text === content.text &&
  canonicalJson([before.values, before.review, before.missing, before.problems]) ===
    canonicalJson([content.values, content.review, content.missing, content.problems]);

type Held = { actor: Actor; matter: MatterRow; document: DocumentRow };

async function requireOpen(tx: Transaction, { actor, matter, document }: Held): Promise<void> {
  nextStatus(matter.status, 'claimed');
  const draft = await draftOfDocument(tx, document);
  if (document.discardedAt !== null || draft.status === 'void') {
    throw new DeskError('conflict', '这份文书已弃用，不能再改。请新建一份。');
  }
  if (actor.role === 'client') {
    if (draft.status !== 'ready')
      throw new DeskError('conflict', '这份文书已由客服核准，不能再填写。如需更正，请发一条消息。');
    return;
  }
  await requireClaimable(tx, { actor, matter });
  if (draft.status === 'approved') await refuseWhatHasLeft(tx, draft, '文书');
}

/** What the desk saves takes the newest message into account; what a client fills in waits for the desk. */
async function markSaved(tx: Transaction, { actor, matter, document, at }: Held & { at: Date }): Promise<void> {
  const isClient = actor.role === 'client';
  const clientFilledAt = isClient ? at : null;
  await tx.update(documents).set({ clientFilledAt, updatedAt: at }).where(eq(documents.id, document.id));
  const newest = await newestInbound(tx, matter.id);
  await tx
    .update(drafts)
    .set({
      ...{ asOf: chinaDay(at), risk: await riskOfMatter(tx, matter.id), updatedAt: at },
      ...(isClient || !newest ? {} : { basedOnMessageId: newest.id }),
    })
    .where(eq(drafts.id, document.draftId));
  const assignee = isClient ? {} : { assigneeId: actor.id };
  await tx
    .update(matters)
    .set({ ...assignee, updatedAt: at })
    .where(eq(matters.id, matter.id));
}

async function voidApproval(
  tx: Transaction,
  { matter, document, at }: Omit<Held, 'actor'> & { at: Date },
): Promise<string[]> {
  const reason = '核准之后文书又被修改';
  const voided = await voidStandingApprovals(tx, { matterId: matter.id, draftId: document.draftId, reason, at });
  await tx.update(drafts).set({ status: 'ready' }).where(eq(drafts.id, document.draftId));
  return voided.map(({ id }) => id);
}
