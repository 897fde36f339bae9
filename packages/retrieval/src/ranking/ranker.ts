import { z } from 'zod';
import { FEATURES, featureNames } from './features.ts';
import { openNets } from './nets.ts';

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
  const mean = Float64Array.from(ranker.mean);
  const deviation = Float64Array.from(ranker.deviation);
  const nets = openNets(FEATURES, ranker.nets, LEAK);
  return (features) => {
    const rows = features.length / FEATURES;
    const scores = new Float64Array(rows);
    for (let from = 0; from < rows; from += nets.block) {
      const count = Math.min(nets.block, rows - from);
      for (let row = 0; row < count; row += 1) {
        for (let f = 0; f < FEATURES; f += 1) {
          const value = ((features[(from + row) * FEATURES + f] ?? 0) - (mean[f] ?? 0)) / (deviation[f] ?? 1);
          nets.setInput(row, f, Math.max(-CUT, Math.min(CUT, value)));
        }
      }
      scores.set(nets.meanScores(count), from);
    }
    return scores;
  };
}
