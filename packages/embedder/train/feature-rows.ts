import { createFeatureTable } from '../src/feature-table.ts';
import { occurrenceWeight } from '../src/features.ts';
import { breathe } from './breathe.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Texts as rows of feature numbers and weights (compressed sparse rows), in memory that threads share. */
export interface FeatureRows {
  /** Row r is `start[r]` … `start[r + 1]`. */
  start: Int32Array;
  feature: Int32Array;
  weight: Float32Array;
}

/** Rows of many texts; unknown features are left out. */
export async function toRows(
  texts: readonly string[],
  { features, idf }: Vocabulary,
  signal?: AbortSignal,
): Promise<FeatureRows> {
  const table = createFeatureTable(features);
  const start = new Int32Array(new SharedArrayBuffer((texts.length + 1) * 4));
  let feature = new Int32Array(texts.length * 32);
  let weight = new Float32Array(feature.length);
  let size = 0;
  for (const [row, text] of texts.entries()) {
    if (row % 256 === 0) await breathe(signal);
    table.forEach(text, (number, count) => {
      if (size === feature.length) {
        [feature, weight] = [
          grown(feature, new Int32Array(size * 2 + 64)),
          grown(weight, new Float32Array(size * 2 + 64)),
        ];
      }
      feature[size] = number;
      weight[size] = occurrenceWeight(count) * (idf[number] ?? 0);
      size += 1;
    });
    start[row + 1] = size;
  }
  const rows = {
    start,
    feature: new Int32Array(new SharedArrayBuffer(size * 4)),
    weight: new Float32Array(new SharedArrayBuffer(size * 4)),
  };
  rows.feature.set(feature.subarray(0, size));
  rows.weight.set(weight.subarray(0, size));
  return rows;
}

function grown<Numbers extends Int32Array | Float32Array>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old);
  return larger;
}

/** Features of the longest row. */
export function longestRow({ start }: FeatureRows): number {
  let longest = 0;
  for (let row = 0; row + 1 < start.length; row += 1) {
    longest = Math.max(longest, (start[row + 1] ?? 0) - (start[row] ?? 0));
  }
  return longest;
}
