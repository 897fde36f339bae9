import { createHash } from 'node:crypto';
import {
  createRandom,
  recipe as embedderRecipe,
  encodeWeights,
  type LabelledQuestion,
  type Recipe,
  shuffled,
  trainLanguage,
  trainQuestionSets,
  type Weights,
} from '@lutai/embedder/train';
import type { Ranker } from '../src/ranking/ranker.ts';
import { collectExamples, type Example } from './collect-examples.ts';
import { type RankerRecipe, rankerRecipe } from './ranker-recipe.ts';
import { trainRanker } from './train-ranker.ts';
import { openContext, type TrainingCorpus } from './training-context.ts';

export interface FitOptions {
  /** Trainings side by side. */
  threads: number;
  recipe?: Recipe;
  ranker?: RankerRecipe;
  onProgress?: (progress: { stage: string; done: number; total: number }) => void;
  signal?: AbortSignal | undefined;
}

export interface FittedRetrieval {
  weights: Weights;
  /** As a file. */
  encoded: Buffer;
  modelId: string;
  ranker: Ranker;
}

/** Trains both stages on these questions alone: the model on all of them, the second stage on cross-fitted examples. */
export async function fitRetrieval(
  corpus: TrainingCorpus,
  questions: readonly LabelledQuestion[],
  options: FitOptions,
): Promise<FittedRetrieval> {
  const { threads, recipe = embedderRecipe, ranker: ranking = rankerRecipe, onProgress, signal } = options;
  const { data } = corpus;
  const report = (stage: string, done: number, total: number) => onProgress?.({ stage, done, total });
  const asked = questions.flatMap(({ text, answer }) => (answer === null ? [text] : [text, answer]));
  const language = await trainLanguage(data, asked, recipe, {
    signal,
    onProgress: ({ step, steps }) => report('language', step, steps),
  });
  const parts = deal(questions, ranking.parts, recipe.seed);
  const without = parts.map((part) => questions.filter((question) => !part.has(question)));
  const sets = [questions, ...without];
  const done = sets.map(() => 0);
  const [weights, ...partial] = await trainQuestionSets(language, data, sets, recipe, {
    threads,
    signal,
    onProgress: (set, { step, steps }) => {
      done[set] = step / steps;
      report('questions', Math.round(done.reduce((sum, share) => sum + share, 0) * 1000), sets.length * 1000);
    },
  });
  if (!weights) throw new Error('the training gave no weights');
  const examples = await crossFit(corpus, questions, { parts, without, partial }, ranking, options);
  const encoded = encodeWeights(weights);
  const modelId = `lutai-embedder-${createHash('sha256').update(encoded).digest('hex').slice(0, 12)}`;
  const ranker = await trainRanker(examples, modelId, ranking, {
    onProgress: async ({ step, steps }) => {
      report('ranker', step, steps);
      await breathe(signal);
    },
  });
  return { weights, encoded, modelId, ranker };
}

interface Parts {
  parts: readonly ReadonlySet<LabelledQuestion>[];
  without: readonly (readonly LabelledQuestion[])[];
  partial: readonly Weights[];
}

async function crossFit(
  corpus: TrainingCorpus,
  questions: readonly LabelledQuestion[],
  { parts, without, partial }: Parts,
  ranking: RankerRecipe,
  { onProgress, signal }: FitOptions,
): Promise<Example[]> {
  const random = createRandom(ranking.seed + 7);
  const own = questions.filter(({ source }) => source === 'own');
  const share = ranking.ownExamples / Math.max(own.length, 1);
  const learntFrom = new Set(questions.filter(({ source }) => source !== 'own' || random() < share));
  const examples: Example[] = [];
  for (const [number, part] of parts.entries()) {
    const weights = partial[number];
    if (!weights) throw new Error('a part has no model');
    const context = await openContext(corpus, weights, without[number] ?? [], signal);
    const chosen = [...part].filter((question) => learntFrom.has(question));
    const onDone = async (done: number) => {
      onProgress?.({ stage: 'examples', done: number * chosen.length + done, total: parts.length * chosen.length });
      await breathe(signal);
    };
    examples.push(...(await collectExamples(corpus, context, chosen, ranking, random, onDone)));
  }
  return examples;
}

function deal(questions: readonly LabelledQuestion[], parts: number, seed: number): Set<LabelledQuestion>[] {
  const order = shuffled(questions.length, createRandom(seed + 5));
  return Array.from(
    { length: parts },
    (_, part) => new Set(Array.from(order).flatMap((at, i) => (i % parts === part ? (questions[at] ?? []) : []))),
  );
}

async function breathe(signal: AbortSignal | undefined) {
  signal?.throwIfAborted();
  await new Promise((resolve) => setImmediate(resolve));
}
