import type { Features } from './features.ts';
import { type LinearWeights, quantised } from './linear-weights.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

/** `label` is the place of its class. */
export interface LinearExample {
  features: Features;
  label: number;
}

export interface FitOptions {
  classes: readonly string[];
  /** Size of the hashed table. */
  cells: number;
  epochs: number;
  /** Of the first step; falls to 0 in a straight line. */
  rate: number;
  decay: number;
  seed: number;
}

/**
 * Fits a linear model by stochastic gradient descent on the cross-entropy; each class is weighed by the square root of how rare it
 * is. The same examples in the same order give the same weights.
 */
export function fitLinear(examples: readonly LinearExample[], options: FitOptions): LinearWeights {
  const { cells, epochs, rate: firstRate, decay, seed } = options;
  const classes = options.classes.length;
  // Cell by cell, so that the classes of a feature lie side by side; `quantised` takes them class by class.
  const table = new Float64Array(cells * classes);
  const bias = new Float64Array(classes);
  const weightOf = classWeights(examples, classes);
  const order = examples.map((_, index) => index);
  const random = seededRandom(seed);
  const slopes = new Float64Array(classes);
  let step = 0;
  const steps = epochs * examples.length;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      if (example === undefined) continue;
      const { features, label } = example;
      const rate = firstRate * (1 - step / steps) * (weightOf[label] ?? 0);
      step += 1;
      slopes.set(bias);
      for (const [cell, value] of features) {
        const from = cell * classes;
        for (let k = 0; k < classes; k += 1) slopes[k] = (slopes[k] ?? 0) + (table[from + k] ?? 0) * value;
      }
      toSlopes(slopes, label);
      for (let k = 0; k < classes; k += 1) bias[k] = (bias[k] ?? 0) - 0.05 * rate * (slopes[k] ?? 0);
      for (const [cell, value] of features) {
        const from = cell * classes;
        for (let k = 0; k < classes; k += 1) {
          const before = table[from + k] ?? 0;
          table[from + k] = before - rate * ((slopes[k] ?? 0) * value + decay * before);
        }
      }
    }
  }
  return quantised(options.classes, cells, byClass(table, cells, classes), bias);
}

function byClass(table: Float64Array, cells: number, classes: number): Float64Array {
  const rows = new Float64Array(table.length);
  for (let cell = 0; cell < cells; cell += 1) {
    for (let k = 0; k < classes; k += 1) rows[k * cells + cell] = table[cell * classes + k] ?? 0;
  }
  return rows;
}

function classWeights(examples: readonly LinearExample[], classes: number): number[] {
  const counts = Array.from({ length: classes }, () => 0);
  for (const { label } of examples) counts[label] = (counts[label] ?? 0) + 1;
  return counts.map((count) => (count === 0 ? 0 : Math.sqrt(examples.length / (classes * count))));
}

/** Turns logits into the slopes of the cross-entropy, in place: shares, less 1 for the right class. */
function toSlopes(logits: Float64Array, label: number): void {
  const largest = Math.max(...logits);
  let total = 0;
  for (const logit of logits) total += Math.exp(logit - largest);
  for (let k = 0; k < logits.length; k += 1) {
    logits[k] = Math.exp((logits[k] ?? 0) - largest) / total - (k === label ? 1 : 0);
  }
}
