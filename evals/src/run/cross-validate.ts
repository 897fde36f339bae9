import { buildSearchIndex, type CaseRecord, type ProvisionRecord } from '@lutai/retrieval';
import type { EvaluationSet, LabelledQuestion } from '../evaluation-set.ts';
import { EvaluationInputError } from '../input-error.ts';
import type { QuestionResult } from '../scoring/question-result.ts';
import { dealFolds } from './deal-folds.ts';
import { type EvaluationProgress, namedInTraining } from './evaluate-retrieval.ts';
import type { ModelUnderTest } from './model-under-test.ts';
import { type OuterStages, withOuterStages } from './outer-stages.ts';
import { type RetrievalRun, toRun } from './retrieval-run.ts';
import { runQuestions } from './run-questions.ts';
import { allStages, toStagedIndex, type Variant } from './search-stages.ts';

/** A labelled question that a model may be trained on. */
export interface TrainQuestion {
  id: string;
  text: string;
  provisionIds: readonly string[];
  /** Title and article of each of these provisions, 「中华人民共和国民法典第五百七十七条」. */
  citations: readonly string[];
}

export interface FitContext {
  /** 1-based. */
  fold: number;
  folds: number;
  provisions: readonly ProvisionRecord[];
  onProgress: (progress: EvaluationProgress) => void;
  signal: AbortSignal | undefined;
}

/** Trains on these questions alone; gives `Fitted`, or a model of which less is known. */
export type Fit = (train: readonly TrainQuestion[], context: FitContext) => Promise<ModelUnderTest>;

export interface FoldProgress extends EvaluationProgress {
  fold: number;
  folds: number;
}

export interface CrossValidateInput {
  set: EvaluationSet;
  fit: Fit;
  /** At least 2. */
  folds: number;
  seed: number;
  /** As for `evaluateRetrieval`. */
  variants?: readonly Variant[] | undefined;
  /** Around the index's own search. */
  outer?: OuterStages | undefined;
  onProgress?: ((progress: FoldProgress) => void) | undefined;
  /** After each fold, with what its questions brought with all stages. */
  onFold?: ((fold: number, results: readonly QuestionResult[]) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Cross-validation on one labelled split. For each fold a model is fitted to the questions of the other folds, an index of the
 * whole corpus is built with it, in memory, with those questions as answered cases, and the fold's own questions are run.
 * The train split, where the set has another one, plays no part.
 */
export async function crossValidate(input: CrossValidateInput): Promise<RetrievalRun> {
  const { set, folds, seed, variants = [allStages], outer, signal } = input;
  const texts = set.questions.map(({ text }) => text);
  const foldOf = dealFolds(texts, folds, seed);
  if (new Set(foldOf).size < folds) {
    throw new EvaluationInputError(`${set.questions.length} 个问题（相同和相近的算一个）分不成 ${folds} 份。`);
  }
  const byId = new Map(set.provisions.map((provision) => [provision.provisionId, provision]));
  const byVariant = variants.map((variant) => ({ variant, results: [] as QuestionResult[] }));
  const modelIds: string[] = [];
  for (let fold = 1; fold <= folds; fold += 1) {
    signal?.throwIfAborted();
    const onProgress = (progress: EvaluationProgress) => input.onProgress?.({ ...progress, fold, folds });
    const train = set.questions.filter((_, i) => foldOf[i] !== fold - 1).map((one) => toTrainQuestion(one, byId));
    const held = set.questions.filter((_, i) => foldOf[i] === fold - 1);
    const fitted = await input.fit(train, { fold, folds, provisions: set.provisions, onProgress, signal });
    signal?.throwIfAborted();
    modelIds.push(fitted.modelId);
    const index = await buildSearchIndex({
      ...fitted.indexOptions,
      corpusVersion: set.corpusHash,
      modelId: fitted.modelId,
      embeddings: fitted.embeddings,
      provisions: set.provisions,
      cases: [...(fitted.indexOptions?.cases ?? []), ...train.map(toCase)],
      folder: null,
      onProgress,
      signal,
    });
    const named = namedInTraining(set, train, fitted.namedProvisions ?? null);
    for (const [i, { variant, results }] of byVariant.entries()) {
      const onDone = (done: number, total: number) =>
        onProgress({ stage: 'search', done: i * total + done, total: variants.length * total });
      const asked = { questions: held, variant, named, fold, onDone, signal };
      const found = await runQuestions({ index: withOuterStages(toStagedIndex(index), outer), ...asked });
      results.push(...found);
      if (i === 0) input.onFold?.(fold, found);
    }
  }
  if (outer) modelIds.push(outer.modelId);
  return toRun(set, { modelIds, folds: { count: folds, seed } }, byVariant);
}

function toTrainQuestion(
  { id, text, labels }: LabelledQuestion,
  byId: ReadonlyMap<string, ProvisionRecord>,
): TrainQuestion {
  const named = labels.flatMap(({ provisionId }) => byId.get(provisionId ?? '') ?? []);
  return {
    id,
    text,
    provisionIds: named.map(({ provisionId }) => provisionId),
    citations: named.map(({ law, article }) => law + article),
  };
}

const toCase = ({ id, text, provisionIds }: TrainQuestion): CaseRecord => ({
  caseId: id,
  title: '',
  question: text,
  answer: '',
  citations: [],
  provisionIds,
});
