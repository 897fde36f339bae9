import type { DraftContent, MatterStatus } from '@lutai/contracts';
import { type Database, drafts, matters } from '@lutai/db';
import { eq } from 'drizzle-orm';
import { recordAudit, systemActor } from '../audit/record-audit.ts';
import { chinaDay } from '../drafting/china-day.ts';
import { addRevision } from './add-revision.ts';
import { enqueueDraft } from './enqueue-draft.ts';
import { findDraft, latestRevision, lockMatter, newestInbound, replyAddress } from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';
import { nearestDeadline } from './nearest-deadline.ts';
import { stepCounts } from './step-counts.ts';
import { storableJson } from './storable-text.ts';

export type FinishDraftInput = { matterId: string; messageId: string; draftId: string; content: DraftContent };

/**
 * Stores what was written as revision 1 and puts the matter up for review. Where a newer message has come in meanwhile
 * (or another run has finished first) the result is kept as void, and `status` is null.
 */
export async function finishDraft(
  deps: { db: Database; now: () => Date; newId: () => string },
  input: FinishDraftInput,
): Promise<{ status: MatterStatus | null }> {
  const { matterId, messageId, draftId } = input;
  const content = storableJson(input.content);
  return deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    const draft = await findDraft(tx, draftId);
    if (!draft || (await latestRevision(tx, draftId))) return { status: null };
    const newest = await newestInbound(tx, matterId);
    const stands = draft.status === 'drafting' && newest?.id === messageId;
    const at = deps.now();
    const address = await replyAddress(tx, matter);
    const { text, claims, citations } = content;
    const revision = await addRevision(tx, {
      id: deps.newId(),
      draftId,
      number: 1,
      text,
      claims,
      citations,
      attachments: [],
      address,
      authorId: null,
      at,
    });
    const { outcome, route, risk, drafter, model, promptVersion, asOf, notices } = content;
    const { missingFacts, deadlines, provisions, cases, practitionerText, trace } = content;
    const found = {
      ...{ outcome, route, risk, drafter, model, promptVersion, asOf, notices },
      ...{ missingFacts, deadlines, provisions, cases, practitionerText, trace },
    };
    await tx
      .update(drafts)
      .set({ ...found, status: stands ? 'ready' : 'void', updatedAt: at })
      .where(eq(drafts.id, draftId));
    const status = stands ? nextStatus(matter.status, 'draft-finished') : null;
    const nearest = nearestDeadline(deadlines, chinaDay(at));
    if (status) {
      await tx.update(matters).set({ status, nearestDeadline: nearest, updatedAt: at }).where(eq(matters.id, matterId));
    } else if (newest && matter.status === 'received') {
      await enqueueDraft(tx, { id: deps.newId(), matterId, messageId: newest.id });
    }
    await recordAudit(tx, {
      at,
      actor: systemActor,
      action: stands ? 'draft.finished' : 'draft.outdated',
      subjectType: 'draft',
      subjectId: draftId,
      matterId,
      details: {
        revisionId: revision.id,
        contentHash: revision.contentHash,
        outcome,
        drafter,
        model,
        promptVersion,
        citations: citations.length,
        route,
        risk: risk.level,
        steps: stepCounts(content.trace),
      },
    });
    return { status };
  });
}
