import { z } from 'zod';
import { FEATURES, featureNames } from './features.ts';

const layers = z.object({
  /** `hidden1` rows of FEATURES numbers, `hidden2` rows of hidden1, one row of hidden2. */
  weights1: z.array(z.number()),
  bias1: z.array(z.number()),
  weights2: z.array(z.number()),
  bias2: z.array(z.number()),
  weights3: z.array(z.number()),
});

export const rankerSchema = z.object({
  format: z.literal(1),
  /** The embedding model whose cosines it was trained on; those of another model mean something else. */
  modelId: z.string(),
  features: z.array(z.string()),
  mean: z.array(z.number()),
  deviation: z.array(z.number()),
  nets: z.array(layers).min(1),
});

/** The second stage: small nets whose scores are summed. Trained by `packages/retrieval/train`. */
export type Ranker = z.infer<typeof rankerSchema>;
export type RankerNet = z.infer<typeof layers>;

/** Slope below zero. */
export const LEAK = 0.01;
/** Features are cut at so many deviations: what lies outside what was trained on should not decide alone. */
export const CUT = 5;

/** Throws where the weights were trained on other features than these. */
export function createRanking(ranker: Ranker): (features: Float32Array) => Float64Array {
  if (ranker.features.join() !== featureNames.join()) {
    throw new Error('the ranker was trained on other features; train it again');
  }
  const nets = ranker.nets.map(prepare);
  const mean = Float64Array.from(ranker.mean);
  const deviation = Float64Array.from(ranker.deviation);
  const input = new Float64Array(FEATURES);
  return (features) => {
    const scores = new Float64Array(features.length / FEATURES);
    for (let row = 0; row < scores.length; row += 1) {
      for (let f = 0; f < FEATURES; f += 1) {
        const value = ((features[row * FEATURES + f] ?? 0) - (mean[f] ?? 0)) / (deviation[f] ?? 1);
        input[f] = Math.max(-CUT, Math.min(CUT, value));
      }
      let sum = 0;
      for (const net of nets) sum += net(input);
      scores[row] = sum / nets.length;
    }
    return scores;
  };
}

function prepare(net: RankerNet): (input: Float64Array) => number {
  const [w1, b1] = [Float64Array.from(net.weights1), Float64Array.from(net.bias1)];
  const [w2, b2] = [Float64Array.from(net.weights2), Float64Array.from(net.bias2)];
  const w3 = Float64Array.from(net.weights3);
  const [h1, h2] = [new Float64Array(b1.length), new Float64Array(b2.length)];
  return (input) => {
    layer(input, w1, b1, h1);
    layer(h1, w2, b2, h2);
    let score = 0;
    for (let j = 0; j < h2.length; j += 1) score += (h2[j] ?? 0) * (w3[j] ?? 0);
    return score;
  };
}

function layer(input: Float64Array, weights: Float64Array, bias: Float64Array, output: Float64Array): void {
  const width = input.length;
  for (let j = 0; j < output.length; j += 1) {
    let sum = bias[j] ?? 0;
    for (let i = 0, at = j * width; i < width; i += 1, at += 1) sum += (weights[at] ?? 0) * (input[i] ?? 0);
    output[j] = sum > 0 ? sum : LEAK * sum;
  }
}
