import type { EvaluationSet } from '../evaluation-set.ts';
import { questionsHash } from '../evaluation-set.ts';
import type { QuestionResult } from '../scoring/question-result.ts';
import type { Variant } from './search-stages.ts';

/** What was asked of what. */
export interface RunHeader {
  set: string;
  split: string | null;
  queries: number;
  questionsHash: string;
  corpusHash: string;
  /** Ids of all models that answered, one a fold where they differ. */
  modelId: string;
  /** Number of folds and the seed that dealt them; null without cross-validation. */
  folds: { count: number; seed: number } | null;
}

export interface RetrievalRun {
  header: RunHeader;
  /** With all stages, in the order of the set. */
  results: QuestionResult[];
  /** The same questions with other stages, where that was asked for. */
  ablation: { variant: Variant; results: QuestionResult[] }[];
}

export function toRun(
  set: EvaluationSet,
  { modelIds, folds }: { modelIds: readonly string[]; folds: RunHeader['folds'] },
  byVariant: readonly { variant: Variant; results: QuestionResult[] }[],
): RetrievalRun {
  const place = new Map(set.questions.map(({ id }, i) => [id, i]));
  const inOrder = (results: readonly QuestionResult[]) =>
    [...results].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  const [all, ...others] = byVariant;
  return {
    header: {
      set: set.name,
      split: set.split,
      queries: set.questions.length,
      questionsHash: questionsHash(set.questions),
      corpusHash: set.corpusHash,
      modelId: [...new Set(modelIds)].join(' '),
      folds,
    },
    results: inOrder(all?.results ?? []),
    ablation: others.map(({ variant, results }) => ({ variant, results: inOrder(results) })),
  };
}
