import { createRandom, shuffled } from '@lutai/embedder/train';
import { FEATURES, featureNames } from '../src/ranking/features.ts';
import { CUT, type Ranker, type RankerNet } from '../src/ranking/ranker.ts';
import type { Example } from './collect-examples.ts';
import { createNetTrainer } from './net-trainer.ts';
import type { RankerRecipe } from './ranker-recipe.ts';
import { round } from './round.ts';

export interface RankerProgress {
  step: number;
  steps: number;
}

/**
 * Learns to rank by `rankingLoss` and Adam. The same arguments give the same numbers.
 * Features left out, by their place, are always zero: to see what each brings.
 */
export async function trainRanker(
  examples: readonly Example[],
  modelId: string,
  recipe: RankerRecipe,
  {
    onProgress,
    leaveOut = [],
  }: { onProgress?: (p: RankerProgress) => Promise<void> | void; leaveOut?: readonly number[] } = {},
): Promise<Ranker> {
  const { mean, deviation } = spread(examples);
  const scaled = examples.map((example) => ({
    ...example,
    features: scale(example.features, mean, deviation, leaveOut),
  }));
  const perNet = recipe.epochs * Math.ceil(scaled.length / recipe.batch);
  const nets: RankerNet[] = [];
  for (let net = 0; net < recipe.nets; net += 1) {
    const trainer = createNetTrainer(recipe, recipe.seed + net);
    const random = createRandom(recipe.seed + 1000 + net);
    let step = 0;
    for (let epoch = 0; epoch < recipe.epochs; epoch += 1) {
      const order = shuffled(scaled.length, random);
      for (let from = 0; from < order.length; from += recipe.batch) {
        const batch = Array.from(order.subarray(from, from + recipe.batch), (i) => scaled[i]).filter(
          (one) => one !== undefined,
        );
        step += 1;
        trainer.step(batch, Math.min(1, step / 100) * (1 - 0.95 * (step / perNet)));
        if (step % 20 === 0) await onProgress?.({ step: net * perNet + step, steps: recipe.nets * perNet });
      }
    }
    nets.push(trainer.net(leaveOut));
  }
  return { format: 1, modelId, features: [...featureNames], mean: round(mean), deviation: round(deviation), nets };
}

function spread(examples: readonly Example[]) {
  const [mean, deviation] = [new Float64Array(FEATURES), new Float64Array(FEATURES)];
  let rows = 0;
  for (const { features } of examples) {
    for (const [at, value] of features.entries()) {
      const f = at % FEATURES;
      mean[f] = (mean[f] ?? 0) + value;
      deviation[f] = (deviation[f] ?? 0) + value * value;
    }
    rows += features.length / FEATURES;
  }
  for (let f = 0; f < FEATURES; f += 1) {
    const average = (mean[f] ?? 0) / Math.max(rows, 1);
    mean[f] = average;
    deviation[f] = Math.sqrt(Math.max((deviation[f] ?? 0) / Math.max(rows, 1) - average * average, 0)) + 1e-6;
  }
  return { mean, deviation };
}

function scale(features: Float32Array, mean: Float64Array, deviation: Float64Array, leaveOut: readonly number[]) {
  return features.map((value, at) => {
    const f = at % FEATURES;
    if (leaveOut.includes(f)) return 0;
    return Math.max(-CUT, Math.min(CUT, (value - (mean[f] ?? 0)) / (deviation[f] ?? 1)));
  });
}
