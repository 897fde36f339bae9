import { approvals, type Database, messages, revisions } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { type ExportedAnswer, exportedAnswer } from './exported-answer.ts';
import { lockMatter } from './matter-rows.ts';
import { mayReadMatter } from './permissions.ts';

export type ExportMessageDeps = { db: Database; now: () => Date };
export type ExportMessageInput = { actor: Actor; messageId: string; format: string };

/**
 * A delivered answer, for a file of whoever may read its matter. Anything else under this id is `not-found`: what a
 * client asked, and what is another's.
 */
export async function exportMessage(
  { db, now }: ExportMessageDeps,
  input: ExportMessageInput,
): Promise<ExportedAnswer> {
  const { actor, messageId, format } = input;
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ message: messages, revision: revisions })
      .from(messages)
      .innerJoin(approvals, eq(approvals.id, messages.approvalId))
      .innerJoin(revisions, eq(revisions.id, approvals.revisionId))
      .where(eq(messages.id, messageId));
    if (!found) throw answerNotFound();
    const matter = await lockMatter(tx, found.message.matterId);
    if (!mayReadMatter(actor, matter)) throw answerNotFound();
    const { message, revision } = found;
    const answer = { ...(await exportedAnswer(tx, { matter, revision })), text: message.text };
    await recordAudit(tx, {
      at: now(),
      actor,
      action: 'draft.exported',
      subjectType: 'message',
      subjectId: messageId,
      matterId: matter.id,
      details: {
        draftId: revision.draftId,
        format,
        contentHash: revision.contentHash,
        approved: answer.approval !== null,
      },
    });
    return answer;
  });
}

const answerNotFound = () => new DeskError('not-found', '没有这份答复，或者您无权查看它。只有已送达的答复可以导出。');
