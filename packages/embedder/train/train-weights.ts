import { Worker } from 'node:worker_threads';
import { createBarrier, createBarrierCells } from './barrier.ts';
import { createContrastiveStep, createSharedState, type SharedState } from './contrastive-step.ts';
import { countSteps, type LessonPlan, planLessons } from './lessons.ts';
import { createRandom, normal } from './random.ts';
import type { Recipe } from './recipe.ts';

export interface TrainingJob {
  recipe: Recipe;
  plan: LessonPlan;
  state: SharedState;
  barrier: Int32Array;
  threads: number;
}

export interface TrainingProgress {
  stage: string;
  step: number;
  steps: number;
  loss: number;
}

/** Trains feature vectors (row by row, before idf) on one or two threads; the result is the same for both. */
export async function trainWeights(
  recipe: Recipe,
  plan: LessonPlan,
  options: { vocabulary: number; threads: 1 | 2; onProgress: (progress: TrainingProgress) => void },
): Promise<Float32Array> {
  const largest = Math.max(recipe.language.batch * 2, recipe.questions.batch * 2 + recipe.questions.negatives);
  const state = createSharedState(options.vocabulary, recipe.dimensions, largest, options.threads);
  const random = createRandom(recipe.seed + 1);
  for (let i = 0; i < state.vectors.length; i += 1) state.vectors[i] = normal(random) / Math.sqrt(recipe.dimensions);
  const job: TrainingJob = { recipe, plan, state, barrier: createBarrierCells(), threads: options.threads };
  const helpers = Array.from({ length: options.threads - 1 }, (_, i) => startHelper(job, i + 1));
  runThread(job, 0, options.onProgress);
  await Promise.all(helpers);
  return state.vectors;
}

function startHelper(job: TrainingJob, number: number): Promise<void> {
  const worker = new Worker(new URL('./train-thread.mjs', import.meta.url), { workerData: { job, number } });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`training thread ended with ${code}`))));
  });
}

/** One thread's part of the whole training. */
export function runThread(job: TrainingJob, number: number, onProgress?: (progress: TrainingProgress) => void): void {
  const { recipe, plan, state } = job;
  const wait = createBarrier(job.barrier, job.threads);
  const takeStep = createContrastiveStep(state, { number, count: job.threads, wait });
  const steps = countSteps(recipe, plan);
  let step = 0;
  // Threads begin together: a helper needs a second to start, and this thread is blocked meanwhile.
  wait();
  for (const { stage, progress, batch } of planLessons(recipe, plan)) {
    const settings = recipe[stage];
    const loss = takeStep(batch, { ...settings, learningRate: settings.learningRate * (1 - 0.9 * progress) });
    step += 1;
    onProgress?.({ stage, step, steps, loss });
  }
}
