import type { DraftContent } from '@lutai/contracts';
import type { AreaKnowledge } from './area-schema.ts';
import type { CheckText, DraftAnswerInput, DraftAnswerOptions, Drafter, Retrieve } from './drafter.ts';

export type DraftAnswerDeps = {
  areas: AreaKnowledge[];
  retrieve: Retrieve;
  checkText: CheckText;
  drafter: Drafter;
  fallback: Drafter;
  now: () => Date;
};

/** Triage, retrieve, write, check: one question to a cited proposal. Nothing is stored and nothing is sent. */
export async function draftAnswer(
  deps: DraftAnswerDeps,
  input: DraftAnswerInput,
  options: DraftAnswerOptions = {},
): Promise<DraftContent> {
  throw new Error(`not built yet: ${deps.drafter.kind} ${input.question.length} ${options.signal?.aborted}`);
}
