import type { LabelledQuestion } from '../evaluation-set.ts';
import { type NamedInTraining, type QuestionResult, scoreQuestion } from '../scoring/question-result.ts';
import type { StagedIndex, Variant } from './search-stages.ts';

export interface RunQuestionsInput {
  index: StagedIndex;
  questions: readonly LabelledQuestion[];
  variant: Variant;
  named: NamedInTraining;
  fold: number | null;
  onDone?: ((done: number, total: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** How many provisions are ranked. */
const DEPTH = 100;
/** The first searches compile the code that the others run; a desk that is open is warm. */
const WARM_UP = 20;

/** Searches for each question, one after the other, and scores the ranking. */
export async function runQuestions(input: RunQuestionsInput): Promise<QuestionResult[]> {
  const { index, questions, variant, named, fold, signal } = input;
  const rest = variant.without.size > 0 ? { without: variant.without, signal } : { signal };
  const asked = (question: string) => ({ question, k: DEPTH, asOf: null, ...rest });
  for (const { text } of questions.slice(0, WARM_UP)) {
    await (index.warmUp?.(asked(text)) ?? index.search(asked(text)));
  }
  const results: QuestionResult[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    const began = performance.now();
    const { hits } = await index.search(asked(question.text));
    const latencyMs = performance.now() - began;
    const ranked = hits.map(({ provisionId }) => provisionId);
    results.push({ ...scoreQuestion(question, ranked, named), fold, latencyMs });
    input.onDone?.(results.length, questions.length);
  }
  return results;
}
