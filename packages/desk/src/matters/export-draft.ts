import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { type ExportedAnswer, exportedAnswer } from './exported-answer.ts';
import { draftNotFound, findDraft, latestRevision, lockMatter } from './matter-rows.ts';
import { requireDeskReader } from './permissions.ts';

export type ExportDraftDeps = { db: Database; now: () => Date };
/** `format` is how the answer is written down; it is kept in the audit log. */
export type ExportDraftInput = { actor: Actor; draftId: string; format: string };

/** The newest text of a draft, for a file. `not-ready` while there is none, `conflict` where the draft is void. */
export async function exportDraft({ db, now }: ExportDraftDeps, input: ExportDraftInput): Promise<ExportedAnswer> {
  const { actor, draftId, format } = input;
  requireDeskReader(actor);
  return db.transaction(async (tx) => {
    const draft = await findDraft(tx, draftId);
    if (draft?.kind !== 'answer') throw draftNotFound();
    if (draft.status === 'void') {
      throw new DeskError(
        'conflict',
        '这份草稿已作废（客户又发来了消息，或已重新起草）。请打开本事项的最新草稿再导出。',
      );
    }
    const matter = await lockMatter(tx, draft.matterId);
    const revision = await latestRevision(tx, draftId);
    if (draft.status === 'drafting' || !revision || revision.text.trim() === '') {
      throw new DeskError('not-ready', '草稿还没有写好，没有可以导出的文字。请等它写完；起草失败时请先撰写并保存。');
    }
    const answer = await exportedAnswer(tx, { matter, revision });
    await recordAudit(tx, {
      at: now(),
      actor,
      action: 'draft.exported',
      subjectType: 'revision',
      subjectId: revision.id,
      matterId: matter.id,
      details: { draftId, format, contentHash: revision.contentHash, approved: answer.approval !== null },
    });
    return answer;
  });
}
