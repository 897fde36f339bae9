import { z } from 'zod';

/** A fitted model as it stands in a file. */
export interface LinearWeights {
  /** Size of the hashed table of features. */
  features: number;
  classes: string[];
  bias: number[];
  /** What an int8 of `weights` is to be multiplied with, class by class. */
  scale: number[];
  /** A row of `features` int8 for each class, base64. */
  weights: string;
}

/** Of weights for just these classes and this size of table. */
export function weightsSchemaFor(classes: readonly string[], cells: number): z.ZodType<LinearWeights> {
  return z.strictObject({
    features: z.literal(cells),
    classes: z.array(z.string()).refine((found) => found.join() === classes.join(), 'other classes'),
    bias: z.array(z.number()).length(classes.length),
    scale: z.array(z.number().positive()).length(classes.length),
    weights: z.base64(),
  });
}

/** Each row as int8 of its largest weight. */
export function quantised(
  classes: readonly string[],
  cells: number,
  rows: Float64Array,
  bias: Float64Array,
): LinearWeights {
  const scale: number[] = [];
  const bytes = new Int8Array(rows.length);
  for (let k = 0; k < classes.length; k += 1) {
    const row = rows.subarray(k * cells, (k + 1) * cells);
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
    scale.push(largest / 127);
    for (let index = 0; index < cells; index += 1) {
      bytes[k * cells + index] = Math.round(((row[index] ?? 0) / largest) * 127);
    }
  }
  return {
    features: cells,
    classes: [...classes],
    bias: [...bias].map((value) => Math.round(value * 1e6) / 1e6),
    scale,
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
}
