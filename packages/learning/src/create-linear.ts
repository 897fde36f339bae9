import type { Features } from './features.ts';
import type { LinearWeights } from './linear-weights.ts';

/** The share of each class, in the order of `classes`, summing to 1. */
export type LinearModel = (features: Features) => number[];

/** A linear model with a softmax. Throws when the weights are not of the size they say. */
export function createLinear({ features: cells, classes, bias, scale, weights }: LinearWeights): LinearModel {
  const rows = new Int8Array(Buffer.from(weights, 'base64'));
  if (rows.length !== cells * classes.length) throw new Error(`weights have ${rows.length} numbers`);
  return (features) => {
    const logits = classes.map((_, index) => {
      let sum = 0;
      for (const [cell, value] of features) sum += (rows[index * cells + cell] ?? 0) * value;
      return (bias[index] ?? 0) + sum * (scale[index] ?? 0);
    });
    const largest = Math.max(...logits);
    const powers = logits.map((logit) => Math.exp(logit - largest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / total);
  };
}
