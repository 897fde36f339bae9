import { countFeatures, occurrenceWeight } from './features.ts';
import type { Weights } from './weights.ts';

/** A function that sums the vectors of a text's known features and brings the sum to length 1. */
export function createTextEmbedding({
  dimensions,
  features,
  scales,
  vectors,
}: Weights): (text: string) => Float32Array {
  const numbers = new Map(features.map((feature, number) => [feature, number]));
  return (text) => {
    const sum = new Float32Array(dimensions);
    for (const [feature, count] of countFeatures(text)) {
      const number = numbers.get(feature);
      if (number === undefined) continue;
      const weight = occurrenceWeight(count) * (scales[number] ?? 0);
      const from = number * dimensions;
      for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + weight * (vectors[from + d] ?? 0);
    }
    let square = 0;
    for (const value of sum) square += value * value;
    const length = Math.sqrt(square);
    return length === 0 ? sum : sum.map((value) => value / length);
  };
}
