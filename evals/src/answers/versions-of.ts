import type { AnswerScore } from './score-answer.ts';

/** Language models and versions of prompts that answers came from, each once, in order of their names. */
export interface AnswerVersions {
  models: string[];
  promptVersions: string[];
}

export const versionsOf = (scores: readonly AnswerScore[]): AnswerVersions => ({
  models: distinct(scores.map(({ model }) => model)),
  promptVersions: distinct(scores.map(({ promptVersion }) => promptVersion)),
});

const distinct = (names: readonly (string | null)[]) => [...new Set(names)].filter((name) => name !== null).sort();
