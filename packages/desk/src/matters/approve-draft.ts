import { type Citation, type MatterDetail, type MatterEvent, riskSchema } from '@lutai/contracts';
import { approvals, type Database, deliveries, drafts, matters, type Transaction } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readCorpusVersion } from '../corpus/index/index-records.ts';
import { DeskError } from '../desk-error.ts';
import { checkDocument } from '../documents/check-document.ts';
import { readMadeFrom, sourceOfDraft } from '../documents/document-rows.ts';
import { refuseIncompleteDocument } from '../documents/refuse-incomplete-document.ts';
import { conclusionPlaceholder } from '../drafting/answer-text.ts';
import type { CheckText } from '../drafting/drafter.ts';
import { enqueueJob } from '../jobs/enqueue-job.ts';
import { citationDay } from './citation-day.ts';
import { requireClaimable } from './claim-matter.ts';
import { canonicalJson, contentHashOf } from './content-hash.ts';
import { findingsOf } from './gate/findings-of.ts';
import { withRulings } from './gate/read-findings.ts';
import { refuseOpenFindings } from './gate/refuse-open-findings.ts';
import { getMatter } from './get-matter.ts';
import {
  type DraftRow,
  draftNotFound,
  findDraft,
  latestRevision,
  lockMatter,
  type MatterRow,
  newestInbound,
  type RevisionRow,
  readMatter,
  replyAddress,
} from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';
import { requireDrafter, requireLevelFor } from './permissions.ts';

export type ApproveDraftDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  checkText: CheckText;
  publish: (event: MatterEvent) => void;
  wake: () => void;
};
/** `contentHash` is what the approver saw and signs. */
export type ApproveDraftInput = { actor: Actor; draftId: string; revisionId: string; contentHash: string };

/**
 * 核准: signs exactly the newest text of a draft that answers the newest message, every citation of which stands, and
 * puts its delivery on its way. Claims the matter when nobody has it.
 */
export async function approveDraft(deps: ApproveDraftDeps, input: ApproveDraftInput): Promise<MatterDetail> {
  const { actor, draftId } = input;
  requireDrafter(actor);
  const before = await findDraft(deps.db, draftId);
  if (!before) throw draftNotFound();
  const seen = await latestRevision(deps.db, draftId);
  const corpusVersion = await readCorpusVersion(deps.db);
  const asOf = citationDay(before, await readMatter(deps.db, before.matterId), deps.now());
  // Outside the transaction, which looks again at everything that this rests on: the revision and the corpus.
  const citations = seen ? await checkAgain(deps, before, seen, asOf) : [];

  const status = await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, before.matterId);
    const draft = await findDraft(tx, draftId);
    const revision = await latestRevision(tx, draftId);
    if (!draft || !revision) throw draft ? notReady() : draftNotFound();
    await requireApprovable(tx, { actor, matter, draft });
    const address = await replyAddress(tx, matter);
    requireSigned(revision, contentHashOf({ ...revision, ...address }), input);
    if (revision.text.trim() === '') throw notReady();
    refuseUnfinishedText(revision.text);
    if (draft.kind === 'document') await refuseIncompleteDocument(tx, revision);
    const findings = await withRulings(tx, draftId, findingsOf(revision.text, citations));
    refuseOpenFindings(findings);
    await requireStillChecked(tx, { revision, seen, citations, corpusVersion });

    const at = deps.now();
    const { contentHash } = revision;
    const approvalId = deps.newId();
    const deliveryId = deps.newId();
    const signed = { approvalId, matterId: matter.id, contentHash, ...address };
    await tx.insert(approvals).values({
      ...signed,
      id: approvalId,
      draftId,
      revisionId: revision.id,
      approvedBy: actor.id,
      approvedAt: at,
    });
    await tx.insert(deliveries).values({ ...signed, id: deliveryId, state: 'queued', createdAt: at });
    const payload = { approvalId };
    await enqueueJob(tx, { id: deps.newId(), kind: 'deliver', payload, uniqueKey: `deliver:${approvalId}` });
    await tx.update(drafts).set({ status: 'approved', updatedAt: at }).where(eq(drafts.id, draftId));
    // A document goes out beside the answer: the matter waits for that, or has had it.
    const status = draft.kind === 'document' ? matter.status : nextStatus(matter.status, 'approved');
    await tx.update(matters).set({ status, assigneeId: actor.id, updatedAt: at }).where(eq(matters.id, matter.id));
    await recordAudit(tx, {
      at,
      actor,
      action: draft.kind === 'document' ? 'document.approved' : 'draft.approved',
      subjectType: 'approval',
      subjectId: approvalId,
      matterId: matter.id,
      details: {
        draftId,
        revisionId: revision.id,
        contentHash,
        deliveryId,
        ...address,
        level: actor.level,
        complexity: matter.complexity,
        urgency: matter.urgency,
        risk: riskOf(draft)?.level ?? null,
        citations: citations.length,
        rulings: findings.flatMap(({ ruling }) => ruling?.id ?? []),
        asOf,
        corpusVersion,
      },
    });
    return status;
  });
  deps.publish({ type: 'status', matterId: before.matterId, status });
  deps.wake();
  return getMatter(deps, { actor, matterId: before.matterId });
}

/** A document is checked as it was when it was saved: its own articles are no citations. */
async function checkAgain(
  { db, checkText }: ApproveDraftDeps,
  draft: DraftRow,
  { id, text }: RevisionRow,
  asOf: string,
): Promise<Citation[]> {
  if (draft.kind !== 'document') return checkText(text, asOf);
  const { values } = await readMadeFrom(db, id);
  return checkDocument(checkText, { text, values, source: await sourceOfDraft(db, draft.id) }, asOf);
}

/** A draft made without a model may leave its conclusion to the agent; the marker must never reach a client. */
function refuseUnfinishedText(text: string): void {
  if (!text.includes(conclusionPlaceholder)) return;
  throw new DeskError('not-ready', `草稿里还有“${conclusionPlaceholder}”。请把它换成您的结论，保存后再核准。`);
}

type Approvable = { actor: Actor; matter: MatterRow; draft: DraftRow };

async function requireApprovable(tx: Transaction, { actor, matter, draft }: Approvable): Promise<void> {
  if (draft.status === 'approved') throw new DeskError('already-approved', '这份草稿已经核准过了。请刷新后再看。');
  if (draft.status === 'void') {
    throw new DeskError('conflict', '这份草稿已作废（客户又发来了消息，或已重新起草）。请打开本事项的最新草稿。');
  }
  if (draft.status !== 'ready') throw notReady();
  const newest = await newestInbound(tx, matter.id);
  if (newest?.id !== draft.basedOnMessageId) {
    const instead = draft.kind === 'document' ? '请看过后把文书再保存一次' : '请等新的草稿，或重新起草';
    throw new DeskError('conflict', `客户又发来了新消息，这份草稿是在它之前写的。${instead}。`);
  }
  await requireClaimable(tx, { actor, matter });
  requireLevelFor(actor, matter, riskOf(draft));
}

const riskOf = (draft: DraftRow) => riskSchema.nullable().parse(draft.risk);

const notReady = () => new DeskError('not-ready', '草稿还没有写好，不能核准。请等它写完；起草失败时请自行撰写并保存。');

function requireSigned(revision: RevisionRow, recomputed: string, input: ApproveDraftInput): void {
  if (revision.id !== input.revisionId) {
    throw new DeskError('stale-revision', '您看到的不是最新修订。请载入最新修订，看过之后再核准。');
  }
  if (recomputed !== input.contentHash || recomputed !== revision.contentHash) {
    throw new DeskError(
      'stale-revision',
      '您看到的内容与现在的不一致（文字、引用或收件人有变化）。请重新载入，保存后再核准。',
    );
  }
}

type Checked = {
  revision: RevisionRow;
  seen: RevisionRow | undefined;
  citations: Citation[];
  corpusVersion: string;
};

/** What is signed carries the citations as they were stored: they must be the ones that have just been checked. */
async function requireStillChecked(tx: Transaction, checked: Checked): Promise<void> {
  const { revision, seen, citations, corpusVersion } = checked;
  if (revision.id !== seen?.id || (await readCorpusVersion(tx)) !== corpusVersion) {
    throw new DeskError('busy', '草稿或法规库正在变化，引用需要重新核对。请稍候再核准一次。');
  }
  if (canonicalJson(revision.citations) !== canonicalJson(citations)) {
    throw new DeskError(
      'stale-revision',
      '上次核对之后法规库有变化，引用指向的条文与当时不同。请重新保存草稿（会重新核对引用），看过之后再核准。',
    );
  }
}
