import { buildSearchIndex, type CaseRecord, IndexMismatch, loadSearchIndex, type SearchIndex } from '@lutai/retrieval';
import { provisionKey } from '../citation-key.ts';
import type { EvaluationSet } from '../evaluation-set.ts';
import type { NamedInTraining } from '../scoring/question-result.ts';
import { type ModelUnderTest, shippedModel } from './model-under-test.ts';
import { type OuterStages, withOuterStages } from './outer-stages.ts';
import { type RetrievalRun, toRun } from './retrieval-run.ts';
import { runQuestions } from './run-questions.ts';
import { allStages, toStagedIndex, type Variant } from './search-stages.ts';

export interface EvaluationProgress {
  /** `search`, or a stage of the building of the index or of the training. */
  stage: string;
  done: number;
  total: number;
}

export interface EvaluateRetrievalInput {
  set: EvaluationSet;
  /** The embedded model when absent. */
  model?: ModelUnderTest | undefined;
  /** Ways to search, all stages first; those alone when absent. */
  variants?: readonly Variant[] | undefined;
  /** Around the index's own search. */
  outer?: OuterStages | undefined;
  /** Where the index is kept for the next run; it lives in memory alone when absent. */
  cacheFolder?: string | undefined;
  onProgress?: ((progress: EvaluationProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Runs every question of a set against its own corpus, all versions of a law included, and scores the ranking. Train
 * questions count as answered cases where the split is another one.
 */
export async function evaluateRetrieval(input: EvaluateRetrievalInput): Promise<RetrievalRun> {
  const { set, variants = [allStages], outer, onProgress, signal } = input;
  const model = input.model ?? shippedModel();
  const index = await openIndex(input, model);
  const named = namedInTraining(set, set.cases, model.namedProvisions ?? null);
  const byVariant = [];
  for (const [i, variant] of variants.entries()) {
    const onDone = (done: number, total: number) =>
      onProgress?.({ stage: 'search', done: i * total + done, total: variants.length * total });
    const asked = { questions: set.questions, variant, named, fold: null, onDone, signal };
    byVariant.push({
      variant,
      results: await runQuestions({ index: withOuterStages(toStagedIndex(index), outer), ...asked }),
    });
  }
  return toRun(set, { modelIds: [model.modelId, ...(outer ? [outer.modelId] : [])], folds: null }, byVariant);
}

async function openIndex(input: EvaluateRetrievalInput, model: ModelUnderTest): Promise<SearchIndex> {
  const { set, cacheFolder, onProgress, signal } = input;
  const { embeddings, modelId, indexOptions } = model;
  const cases = [...(indexOptions?.cases ?? []), ...set.cases];
  const common = { ...indexOptions, corpusVersion: set.corpusHash, modelId, embeddings, cases };
  if (cacheFolder !== undefined) {
    try {
      return await loadSearchIndex({ ...common, folder: cacheFolder });
    } catch (error) {
      if (!(error instanceof IndexMismatch)) throw error;
    }
  }
  return buildSearchIndex({ ...common, folder: cacheFolder ?? null, provisions: set.provisions, onProgress, signal });
}

/** What the labels of `train` named, and that together with what the model's own training named. */
export function namedInTraining(
  { provisions }: Pick<EvaluationSet, 'provisions'>,
  train: readonly Pick<CaseRecord, 'provisionIds'>[],
  namedProvisions: ReadonlySet<string> | null,
): NamedInTraining {
  const ids = new Set(train.flatMap(({ provisionIds }) => provisionIds));
  const byTrain = new Set(provisions.filter(({ provisionId }) => ids.has(provisionId)).map(provisionKey));
  return {
    trainQuestions: train.length > 0 ? byTrain : null,
    anyTraining: namedProvisions && new Set([...namedProvisions, ...byTrain]),
  };
}
