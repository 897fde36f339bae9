import { createRandom } from './random.ts';

/** What one question brings to a figure Σ part / Σ whole: for a mean, its value and 1; for a share of labels, found and all. */
export interface Share {
  part: number;
  whole: number;
}

/** A figure over all questions with its interval; null where no question has a whole. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

export const RESAMPLES = 2000;
const BOOTSTRAP_SEED = 20_240_601;
/** Of the resampled figures, this share is left out at either end. */
const TAIL = 0.025;

/**
 * 95% intervals by the percentile bootstrap: questions are drawn with replacement, as many as there are, `RESAMPLES` times
 * with a fixed seed; the interval is what remains of the resampled figures without the lowest and the highest 2.5%. All
 * columns (one figure each, one entry a question) see the same draws. A question is drawn with all its labels, so labels of
 * one question are not taken for independent. Resamples without any whole are passed over.
 */
export function bootstrap(columns: readonly (readonly Share[])[], seed = BOOTSTRAP_SEED): (Estimate | null)[] {
  const questions = columns[0]?.length ?? 0;
  const flat = columns.map((column) => ({
    parts: Float64Array.from(column, ({ part }) => part),
    wholes: Float64Array.from(column, ({ whole }) => whole),
    figures: [] as number[],
  }));
  const random = createRandom(seed);
  const drawn = new Int32Array(questions);
  for (let resample = 0; resample < RESAMPLES && questions > 0; resample += 1) {
    for (let i = 0; i < questions; i += 1) drawn[i] = Math.floor(random() * questions);
    for (const { parts, wholes, figures } of flat) {
      let part = 0;
      let whole = 0;
      for (const place of drawn) {
        part += parts[place] ?? 0;
        whole += wholes[place] ?? 0;
      }
      if (whole > 0) figures.push(part / whole);
    }
  }
  return flat.map(({ parts, wholes, figures }) => {
    const whole = sum(wholes);
    if (whole === 0) return null;
    const sorted = Float64Array.from(figures).sort();
    const cut = Math.floor(TAIL * sorted.length);
    const value = sum(parts) / whole;
    return { value, low: sorted[cut] ?? value, high: sorted[sorted.length - 1 - cut] ?? value };
  });
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
