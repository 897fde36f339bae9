import type { MatterEvent, MatterStatus, Revision } from '@lutai/contracts';
import { claimSchema } from '@lutai/contracts';
import { approvals, type Database, deliveries, drafts, matters, type Transaction } from '@lutai/db';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import type { CheckText } from '../drafting/drafter.ts';
import { addRevision } from './add-revision.ts';
import { citationDay } from './citation-day.ts';
import { requireClaimable } from './claim-matter.ts';
import { canonicalJson } from './content-hash.ts';
import {
  type DraftRow,
  draftNotFound,
  findDraft,
  latestRevision,
  lockMatter,
  type RevisionRow,
  readMatter,
  replyAddress,
} from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';
import { requireDrafter } from './permissions.ts';
import { toRevision } from './read-draft.ts';
import { storableText } from './storable-text.ts';
import { voidStandingApprovals } from './void-open-work.ts';

export type ReviseDraftDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  checkText: CheckText;
  publish: (event: MatterEvent) => void;
};
export type ReviseDraftInput = { actor: Actor; draftId: string; baseRevisionId: string; text: string };

/**
 * Stores an edited text as the next revision, its citations checked anew, and claims the matter. An approval that has
 * not left is voided. `stale-revision` when someone else has saved since `baseRevisionId`.
 */
export async function reviseDraft(deps: ReviseDraftDeps, input: ReviseDraftInput): Promise<Revision> {
  const { actor, draftId, baseRevisionId } = input;
  requireDrafter(actor);
  const text = storableText(input.text).trim();
  if (text === '') throw new DeskError('invalid-input', '答复不能是空的。请写好后再保存。');
  const before = await findDraft(deps.db, draftId);
  if (!before) throw draftNotFound();
  const asOf = citationDay(before, await readMatter(deps.db, before.matterId), deps.now());
  // Checked before the transaction: it may take a while, and the embedded database has one connection.
  const citations = await deps.checkText(text, asOf);

  const saved = await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, before.matterId);
    const draft = await findDraft(tx, draftId);
    const latest = await latestRevision(tx, draftId);
    if (!draft || !latest) throw draftNotFound();
    if (draft.kind === 'document') {
      throw new DeskError('conflict', '文书的文字由它的各栏生成，不能直接改写。请在文书的表单里修改后保存。');
    }
    await requireClaimable(tx, { actor, matter });
    await requireEditable(tx, draft);
    if (latest.id !== baseRevisionId) {
      throw new DeskError(
        'stale-revision',
        '这份草稿已被改过（有更新的修订）。请载入最新修订，把您的改动合并进去再保存。',
      );
    }
    const isUnchanged = latest.text === text && canonicalJson(latest.citations) === canonicalJson(citations);
    if (isUnchanged) return { revision: latest, status: null };

    const at = deps.now();
    const status = nextStatus(matter.status, 'edited');
    const revision = await addRevision(tx, {
      id: deps.newId(),
      draftId,
      number: latest.number + 1,
      text,
      claims: claimsStillMade(latest, text),
      citations,
      attachments: latest.attachments,
      address: await replyAddress(tx, matter),
      authorId: actor.id,
      at,
    });
    const voided = await voidStandingApprovals(tx, {
      matterId: matter.id,
      draftId,
      reason: '核准之后草稿又被修改',
      at,
    });
    await tx.update(drafts).set({ status: 'ready', updatedAt: at }).where(eq(drafts.id, draftId));
    await tx.update(matters).set({ status, assigneeId: actor.id, updatedAt: at }).where(eq(matters.id, matter.id));
    await recordAudit(tx, {
      at,
      actor,
      action: 'draft.revised',
      subjectType: 'revision',
      subjectId: revision.id,
      matterId: matter.id,
      details: {
        draftId,
        number: revision.number,
        contentHash: revision.contentHash,
        citations: citations.length,
        voidedApprovals: voided.map(({ id }) => id),
      },
    });
    return { revision, status };
  });
  if (saved.status) publishStatus(deps, before.matterId, saved.status);
  return toRevision(saved.revision, saved.revision.authorId === actor.id ? actor.name : null);
}

const publishStatus = (deps: ReviseDraftDeps, matterId: string, status: MatterStatus) =>
  deps.publish({ type: 'status', matterId, status });

async function requireEditable(tx: Transaction, draft: DraftRow): Promise<void> {
  if (draft.status === 'void') {
    throw new DeskError('conflict', '这份草稿已作废（客户又发来了消息，或已重新起草）。请打开本事项的最新草稿。');
  }
  if (draft.status === 'drafting') throw new DeskError('not-ready', '草稿还在起草中。请等它写完再修改。');
  if (draft.status === 'approved') await refuseWhatHasLeft(tx, draft, '答复');
}

/** Throws where an approved draft was sent, or may have been. */
export async function refuseWhatHasLeft(tx: Transaction, draft: DraftRow, what: '答复' | '文书'): Promise<void> {
  const [delivery] = await tx
    .select({ state: deliveries.state })
    .from(approvals)
    .innerJoin(deliveries, eq(deliveries.approvalId, approvals.id))
    .where(and(eq(approvals.draftId, draft.id), isNull(approvals.voidedAt)));
  if (delivery?.state === 'sent') {
    const instead = what === '答复' ? '请点“重新起草”再发一份' : '请以它为底本新建一份文书';
    throw new DeskError('already-approved', `这份${what}已经送达，不能再改。如需更正，${instead}。`);
  }
  if (delivery?.state === 'sending' || delivery?.state === 'uncertain') {
    throw new DeskError('conflict', `这份${what}正在送出，或无法确定是否已送出。请先在“送达”处确认结果，再修改。`);
  }
}

/** The assertions that the edited text still makes word for word. */
const claimsStillMade = (latest: RevisionRow, text: string) =>
  z
    .array(claimSchema)
    .parse(latest.claims)
    .filter((claim) => text.includes(claim.text));
