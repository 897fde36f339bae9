import { quantise } from '../src/weights.ts';
import type { FeatureRows } from './feature-rows.ts';
import { createKernel, type Kernel } from './kernel/create-kernel.ts';
import { languageBatches } from './language-batches.ts';
import type { PairKind } from './language-texts.ts';
import { countQuestionSteps, type QuestionLessons, questionBatches } from './question-batches.ts';
import { createRandom } from './random.ts';
import type { Recipe } from './recipe.ts';

export interface TrainingProgress {
  stage: 'language' | 'questions';
  step: number;
  steps: number;
  /** Mean loss of the step. */
  loss: number;
}

/** Vectors and Adagrad's squares of all features, in memory that threads share. */
export interface Trained {
  vectors: Float32Array;
  squares: Float32Array;
}

/** What a thread is given; it runs the whole stage alone, so that its result does not depend on others. */
/** Rows of all texts: of the provisions first, in the second stage. */
export type ThreadTask = { module: WebAssembly.Module; recipe: Recipe; features: number; tables: FeatureRows[] } & (
  | { stage: 'language'; kinds: readonly PairKind[]; result: Trained }
  | { stage: 'questions'; lessons: QuestionLessons; start: Trained; idf: Float32Array }
);

export interface ThreadResult {
  scales: Float32Array;
  vectors: Int8Array;
}

type OnProgress = (progress: TrainingProgress) => void;

/** Writes into `result` (first stage) or gives quantised weights (second stage). */
export async function runTask(task: ThreadTask, onProgress: OnProgress): Promise<ThreadResult | null> {
  return task.stage === 'language' ? await learnLanguage(task, onProgress) : await learnQuestions(task, onProgress);
}

async function learnLanguage(task: ThreadTask & { stage: 'language' }, onProgress: OnProgress): Promise<null> {
  const { recipe, result } = task;
  const { steps, batch: size, ...settings } = recipe.language;
  const kernel = await createKernel(task.module, task.tables, {
    features: task.features,
    dimensions: recipe.dimensions,
    lefts: size,
    rights: size,
  });
  begin(kernel, recipe);
  const random = createRandom(recipe.seed);
  const batches = languageBatches(task.kinds, size, random);
  for (let step = 0; step < steps; step += 1) {
    const learningRate = settings.learningRate * (1 - 0.9 * (step / steps));
    const loss = kernel.step(batches.next().value, { ...settings, learningRate });
    onProgress({ stage: 'language', step: step + 1, steps, loss });
  }
  result.vectors.set(kernel.vectors);
  result.squares.set(kernel.squares);
  return null;
}

/** Random vectors of about length 1. Uniform numbers: no function is called that machines might round differently. */
function begin({ vectors }: Kernel, { seed, dimensions }: Recipe): void {
  const random = createRandom(seed + 1);
  const width = 2 * Math.sqrt(3 / dimensions);
  for (let i = 0; i < vectors.length; i += 1) vectors[i] = (random() - 0.5) * width;
}

async function learnQuestions(
  task: ThreadTask & { stage: 'questions' },
  onProgress: OnProgress,
): Promise<ThreadResult> {
  const { recipe, lessons, start } = task;
  const { batch: size, negatives, ...settings } = recipe.questions;
  const kernel = await createKernel(task.module, task.tables, {
    features: task.features,
    dimensions: recipe.dimensions,
    lefts: size,
    rights: size + negatives,
  });
  kernel.vectors.set(start.vectors);
  kernel.squares.set(start.squares);
  const steps = countQuestionSteps(recipe.questions, lessons.pupils.length);
  let step = 0;
  for (const { progress, batch } of questionBatches(lessons, recipe.questions, createRandom(recipe.seed + 2))) {
    const loss = kernel.step(batch, { ...settings, learningRate: settings.learningRate * (1 - 0.9 * progress) });
    step += 1;
    onProgress({ stage: 'questions', step, steps, loss });
  }
  forgetUntouched(kernel, recipe.dimensions);
  return quantise(kernel.vectors, task.idf, recipe.dimensions);
}

/** A feature that no text of the training moved still has its random vector, which is noise. */
function forgetUntouched({ vectors, squares }: Kernel, dimensions: number): void {
  for (const [feature, square] of squares.entries()) {
    if (square === 0) vectors.fill(0, feature * dimensions, (feature + 1) * dimensions);
  }
}
