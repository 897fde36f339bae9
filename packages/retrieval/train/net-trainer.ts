import { createRandom } from '@lutai/embedder/train';
import { FEATURES } from '../src/ranking/features.ts';
import { LEAK, type RankerNet } from '../src/ranking/ranker.ts';
import type { Example } from './collect-examples.ts';
import type { RankerRecipe } from './ranker-recipe.ts';
import { rankingLoss } from './ranking-loss.ts';
import { round } from './round.ts';

/** A pull weaker than this moves nothing that float32 features can tell. */
const NOTHING = 1e-7;

/** A net of two hidden layers with Adam. Weights lie as `RankerNet` has them. */
export function createNetTrainer(recipe: RankerRecipe, seed: number) {
  const { hidden1: H1, hidden2: H2, batch, learningRate, decay } = recipe;
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
  let [h1, h2, scores] = [new Float64Array(0), new Float64Array(0), new Float64Array(0)];
  const d1 = new Float64Array(H1);
  const d2 = new Float64Array(H2);
  let steps = 0;

  function forward(x: Float32Array, rows: number) {
    if (scores.length < rows)
      [h1, h2, scores] = [new Float64Array(rows * H1), new Float64Array(rows * H2), new Float64Array(rows)];
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
      scores[r] = score;
    }
  }

  function backward(x: Float32Array, rows: number, pull: Float64Array) {
    for (let r = 0; r < rows; r += 1) {
      const g = (pull[r] ?? 0) / batch;
      if (Math.abs(g) < NOTHING) continue;
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

  /** Mean loss of the examples; their gradients lie in `gradients`. */
  function learn(examples: readonly Example[]): number {
    for (const gradient of gradients) gradient.fill(0);
    let sum = 0;
    for (const example of examples) {
      const rows = example.features.length / FEATURES;
      forward(example.features, rows);
      const { loss, pull } = rankingLoss(scores.subarray(0, rows), example, recipe.tail);
      backward(example.features, rows, pull);
      sum += loss;
    }
    return sum / batch;
  }

  return {
    layers,
    gradients,
    learn,
    step(examples: readonly Example[], rate: number): void {
      learn(examples);
      steps += 1;
      for (const [layer, weights] of layers.entries()) {
        const [g, m, v] = [gradients[layer], first[layer], second[layer]];
        if (g && m && v) adam(weights, g, m, v, { rate: learningRate * rate, decay, steps });
      }
    },
    /** The weights as they ship, without what is left out. */
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
