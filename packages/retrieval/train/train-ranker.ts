import { createRandom, shuffled } from '@lutai/embedder/train';
import { FEATURES, featureNames } from '../src/ranking/features.ts';
import { CUT, LEAK, type Ranker, type RankerNet } from '../src/ranking/ranker.ts';
import type { Example } from './collect-examples.ts';

export interface RankerRecipe {
  seed: number;
  /** Nets of other seeds whose scores are averaged. */
  nets: number;
  hidden1: number;
  hidden2: number;
  epochs: number;
  /** Questions a step. */
  batch: number;
  learningRate: number;
  decay: number;
}

export const rankerRecipe: RankerRecipe = {
  seed: 20250423,
  nets: 2,
  hidden1: 32,
  hidden2: 16,
  epochs: 8,
  batch: 8,
  learningRate: 0.003,
  decay: 1e-4,
};

export interface RankerProgress {
  step: number;
  steps: number;
}

/**
 * Learns to rank: each right candidate against the wrong ones of its question (softmax), averaged over the right ones, by Adam.
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
  const scaled = examples.map(({ right, features }) => ({
    right,
    features: scale(features, mean, deviation, leaveOut),
  }));
  const perNet = recipe.epochs * Math.ceil(scaled.length / recipe.batch);
  const nets: RankerNet[] = [];
  for (let net = 0; net < recipe.nets; net += 1) {
    const trainer = createTrainer(recipe, recipe.seed + net);
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

/** A net of two hidden layers with Adam. Weights lie as `RankerNet` has them. */
function createTrainer({ hidden1: H1, hidden2: H2, batch, learningRate, decay }: RankerRecipe, seed: number) {
  const random = createRandom(seed);
  const begin = (length: number, width: number) => Float64Array.from({ length }, () => (random() - 0.5) * 2 * width);
  const layers = [
    begin(H1 * FEATURES, Math.sqrt(3 / FEATURES)),
    new Float64Array(H1),
    begin(H2 * H1, Math.sqrt(6 / H1)),
    new Float64Array(H2),
    begin(H2, 0.3),
  ] as const;
  const [w1, b1, w2, b2, w3] = layers;
  const zeros = () => layers.map(({ length }) => new Float64Array(length));
  const [gradients, first, second] = [zeros(), zeros(), zeros()];
  const [g1, gb1, g2, gb2, g3] = gradients as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  let [h1, h2, pull] = [new Float64Array(0), new Float64Array(0), new Float64Array(0)];
  const d1 = new Float64Array(H1);
  const d2 = new Float64Array(H2);
  let steps = 0;

  function forward(x: Float32Array, rows: number) {
    if (pull.length < rows)
      [h1, h2, pull] = [new Float64Array(rows * H1), new Float64Array(rows * H2), new Float64Array(rows)];
    for (let r = 0; r < rows; r += 1) {
      for (let j = 0; j < H1; j += 1) {
        let sum = b1[j] ?? 0;
        for (let i = 0, at = j * FEATURES, from = r * FEATURES; i < FEATURES; i += 1)
          sum += (w1[at + i] ?? 0) * (x[from + i] ?? 0);
        h1[r * H1 + j] = sum > 0 ? sum : LEAK * sum;
      }
      let score = 0;
      for (let j = 0; j < H2; j += 1) {
        let sum = b2[j] ?? 0;
        for (let i = 0, at = j * H1, from = r * H1; i < H1; i += 1) sum += (w2[at + i] ?? 0) * (h1[from + i] ?? 0);
        const value = sum > 0 ? sum : LEAK * sum;
        h2[r * H2 + j] = value;
        score += value * (w3[j] ?? 0);
      }
      pull[r] = score;
    }
  }

  /** Turns scores into the gradient of the loss by each of them. */
  function toPull(right: number, rows: number) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let r = 0; r < rows; r += 1) highest = Math.max(highest, pull[r] ?? 0);
    let wrong = 0;
    for (let r = 0; r < rows; r += 1) {
      pull[r] = Math.exp((pull[r] ?? 0) - highest);
      if (r >= right) wrong += pull[r] ?? 0;
    }
    let share = 0;
    for (let r = 0; r < right; r += 1) {
      const own = pull[r] ?? 0;
      const missing = wrong / (own + wrong + 1e-300);
      share += missing / (wrong + 1e-300);
      pull[r] = -missing / right;
    }
    for (let r = right; r < rows; r += 1) pull[r] = ((pull[r] ?? 0) * share) / right;
  }

  function backward(x: Float32Array, rows: number) {
    for (let r = 0; r < rows; r += 1) {
      const g = (pull[r] ?? 0) / batch;
      if (g === 0) continue;
      d1.fill(0);
      for (let j = 0; j < H2; j += 1) {
        const value = h2[r * H2 + j] ?? 0;
        g3[j] = (g3[j] ?? 0) + g * value;
        const d = g * (w3[j] ?? 0) * (value > 0 ? 1 : LEAK);
        d2[j] = d;
        gb2[j] = (gb2[j] ?? 0) + d;
        for (let i = 0, at = j * H1, from = r * H1; i < H1; i += 1) {
          g2[at + i] = (g2[at + i] ?? 0) + d * (h1[from + i] ?? 0);
          d1[i] = (d1[i] ?? 0) + d * (w2[at + i] ?? 0);
        }
      }
      for (let j = 0; j < H1; j += 1) {
        const d = (d1[j] ?? 0) * ((h1[r * H1 + j] ?? 0) > 0 ? 1 : LEAK);
        gb1[j] = (gb1[j] ?? 0) + d;
        for (let i = 0, at = j * FEATURES, from = r * FEATURES; i < FEATURES; i += 1) {
          g1[at + i] = (g1[at + i] ?? 0) + d * (x[from + i] ?? 0);
        }
      }
    }
  }

  return {
    step(examples: readonly Example[], rate: number) {
      for (const gradient of gradients) gradient.fill(0);
      for (const { right, features } of examples) {
        const rows = features.length / FEATURES;
        forward(features, rows);
        toPull(right, rows);
        backward(features, rows);
      }
      steps += 1;
      for (const [layer, weights] of layers.entries()) {
        const [g, m, v] = [gradients[layer], first[layer], second[layer]];
        if (g && m && v) adam(weights, g, m, v, { rate: learningRate * rate, decay, steps });
      }
    },
    net(leaveOut: readonly number[]): RankerNet {
      for (const f of leaveOut) for (let j = 0; j < H1; j += 1) w1[j * FEATURES + f] = 0;
      return { weights1: round(w1), bias1: round(b1), weights2: round(w2), bias2: round(b2), weights3: round(w3) };
    },
  };
}

interface AdamStep {
  rate: number;
  decay: number;
  steps: number;
}

function adam(
  weights: Float64Array,
  g: Float64Array,
  m: Float64Array,
  v: Float64Array,
  { rate, decay, steps }: AdamStep,
) {
  const [c1, c2] = [1 - 0.9 ** steps, 1 - 0.999 ** steps];
  for (let i = 0; i < weights.length; i += 1) {
    const gradient = (g[i] ?? 0) + decay * (weights[i] ?? 0);
    m[i] = 0.9 * (m[i] ?? 0) + 0.1 * gradient;
    v[i] = 0.999 * (v[i] ?? 0) + 0.001 * gradient * gradient;
    weights[i] = (weights[i] ?? 0) - (rate * ((m[i] ?? 0) / c1)) / (Math.sqrt((v[i] ?? 0) / c2) + 1e-8);
  }
}

const round = (values: Float64Array) => Array.from(values, (value) => Number(value.toPrecision(6)));
