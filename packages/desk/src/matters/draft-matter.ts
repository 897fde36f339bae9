import type { DraftContent, MatterEvent } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { DraftAnswerInput, DraftAnswerOptions } from '../drafting/drafter.ts';
import type { JobHandler } from '../jobs/job-context.ts';

export type DraftMatterDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  /** The drafting package's `draftAnswer`, its own dependencies applied. */
  draft: (input: DraftAnswerInput, options: DraftAnswerOptions) => Promise<DraftContent>;
  publish: (event: MatterEvent) => void;
  wake: () => void;
};

/** The handler of `draft` jobs; register it as `handlers.draft`. */
export function draftMatter(deps: DraftMatterDeps): JobHandler {
  throw new Error(`not built yet: ${Object.keys(deps)}`);
}
