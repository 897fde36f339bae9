import type { Route } from '@lutai/contracts';
import { featureCount, featuresOf, type Lexicon } from './features.ts';
import { type LearntWeights, learntClasses } from './learnt-routes.ts';

export type RouteExample = { text: string; route: Route };

const settings = { epochs: 14, rate: 2, decay: 2e-6, seed: 7 };

/**
 * Fits the linear model: stochastic gradient descent on the cross-entropy, each class weighed by the square root of how rare
 * it is. The same examples give the same weights.
 */
export function trainRoutes(examples: readonly RouteExample[], lexicon: Lexicon): LearntWeights {
  const classes = learntClasses.length;
  const rows = new Float64Array(classes * featureCount);
  const bias = new Float64Array(classes);
  const counts = learntClasses.map((name) => examples.filter(({ route }) => route === name).length);
  const weightOf = counts.map((count) => (count === 0 ? 0 : Math.sqrt(examples.length / (classes * count))));
  const read = examples.map(({ text, route }) => ({
    features: featuresOf(text, lexicon),
    label: learntClasses.indexOf(route),
  }));
  const order = read.map((_, index) => index);
  const random = mulberry(settings.seed);
  const logits = new Float64Array(classes);
  let step = 0;
  const steps = settings.epochs * read.length;
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const example = read[at];
      if (example === undefined) continue;
      const { features, label } = example;
      const rate = settings.rate * (1 - step / steps) * (weightOf[label] ?? 0);
      step += 1;
      for (let k = 0; k < classes; k += 1) {
        let sum = bias[k] ?? 0;
        for (const [feature, value] of features) sum += (rows[k * featureCount + feature] ?? 0) * value;
        logits[k] = sum;
      }
      const largest = Math.max(...logits);
      let total = 0;
      for (let k = 0; k < classes; k += 1) total += Math.exp((logits[k] ?? 0) - largest);
      for (let k = 0; k < classes; k += 1) {
        const slope = Math.exp((logits[k] ?? 0) - largest) / total - (k === label ? 1 : 0);
        bias[k] = (bias[k] ?? 0) - 0.05 * rate * slope;
        for (const [feature, value] of features) {
          const cell = k * featureCount + feature;
          const before = rows[cell] ?? 0;
          rows[cell] = before - rate * (slope * value + settings.decay * before);
        }
      }
    }
  }
  return quantised(rows, bias);
}

function quantised(rows: Float64Array, bias: Float64Array): LearntWeights {
  const scale: number[] = [];
  const bytes = new Int8Array(rows.length);
  for (let k = 0; k < learntClasses.length; k += 1) {
    const row = rows.subarray(k * featureCount, (k + 1) * featureCount);
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
    scale.push(largest / 127);
    for (let index = 0; index < featureCount; index += 1) {
      bytes[k * featureCount + index] = Math.round(((row[index] ?? 0) / largest) * 127);
    }
  }
  return {
    features: featureCount,
    classes: [...learntClasses],
    bias: [...bias].map((value) => Math.round(value * 1e6) / 1e6),
    scale,
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** mulberry32: 0 ≤ x < 1. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
