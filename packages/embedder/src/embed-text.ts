import { createFeatureTable } from './feature-table.ts';
import { occurrenceWeight } from './features.ts';
import type { Weights } from './weights.ts';

/** A function that sums the vectors of a text's known features and brings the sum to length 1. */
export function createTextEmbedding({
  dimensions,
  features,
  scales,
  vectors,
}: Weights): (text: string) => Float32Array {
  const table = createFeatureTable(features);
  return (text) => {
    const sum = new Float64Array(dimensions);
    table.forEach(text, (feature, count) => {
      addScaled(sum, vectors, feature * dimensions, occurrenceWeight(count) * (scales[feature] ?? 0));
    });
    let square = 0;
    for (const value of sum) square += value * value;
    const length = Math.sqrt(square);
    return Float32Array.from(sum, (value) => (length === 0 ? 0 : value / length));
  };
}

function addScaled(sum: Float64Array, vectors: Int8Array, from: number, weight: number): void {
  for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] ?? 0) + weight * (vectors[from + d] ?? 0);
}
