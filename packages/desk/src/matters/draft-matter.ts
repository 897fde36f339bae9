import type { DraftContent, MatterEvent } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { DraftAnswerInput, DraftAnswerOptions } from '../drafting/drafter.ts';
import type { JobHandler } from '../jobs/job-context.ts';
import { beginDraft } from './begin-draft.ts';
import { draftPayloadSchema } from './enqueue-draft.ts';
import { failDraft } from './fail-draft.ts';
import { finishDraft } from './finish-draft.ts';

export type DraftMatterDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  /** The drafting package's `draftAnswer`, its own dependencies applied. */
  draft: (input: DraftAnswerInput, options: DraftAnswerOptions) => Promise<DraftContent>;
  publish: (event: MatterEvent) => void;
  wake: () => void;
};

/**
 * The handler of `draft` jobs; register it as `handlers.draft`. The model is called between two transactions; the second
 * looks again whether the message that was answered is still the newest.
 */
export function draftMatter(deps: DraftMatterDeps): JobHandler {
  const { publish } = deps;
  // Jobs given up that left a failed draft behind; one that was overtaken by a newer message did not.
  const failed = new Set<string>();
  return {
    async run({ job, signal, progress }) {
      const { matterId, messageId } = draftPayloadSchema.parse(job.payload);
      const begun = await beginDraft(deps, { matterId, messageId });
      if (!begun) return { skipped: true };
      publish({ type: 'status', matterId, status: 'drafting' });
      const content = await deps.draft(begun.question, {
        signal,
        onStep(step, detail) {
          progress({ step });
          // Drafting is done when its result is stored, and told then.
          if (step !== 'done') publish({ type: 'draft-step', matterId, step, detail });
        },
        onText: (text) => publish({ type: 'draft-text', matterId, text }),
      });
      const finished = await finishDraft(deps, { matterId, messageId, draftId: begun.draftId, content });
      if (finished.status) {
        publish({ type: 'draft-step', matterId, step: 'done', detail: '' });
        publish({ type: 'status', matterId, status: finished.status });
      } else deps.wake();
      return { draftId: begun.draftId, void: finished.status === null };
    },
    async gaveUp(tx, job, reason) {
      const draft = { ...draftPayloadSchema.parse(job.payload), reason, newId: deps.newId, at: deps.now() };
      if (await failDraft(tx, draft)) failed.add(job.id);
    },
    afterGivingUp(job, reason) {
      if (!failed.delete(job.id)) return;
      const { matterId } = draftPayloadSchema.parse(job.payload);
      publish({ type: 'draft-step', matterId, step: 'failed', detail: reason });
      publish({ type: 'status', matterId, status: 'in-review' });
    },
  };
}
