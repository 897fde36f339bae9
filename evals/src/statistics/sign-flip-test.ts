import { createRandom } from './random.ts';

export const FLIPS = 10_000;
const FLIP_SEED = 20_240_602;

/**
 * Two-sided p-value of paired differences under the hypothesis that the two runs may be exchanged question by question: the
 * share of sign patterns whose sum is at least as far from 0 as the observed one. All patterns are looked at where there
 * are no more than `FLIPS` (differences of 0 change nothing); else `FLIPS` random ones with a fixed seed, the observed one
 * counted among them, so that p is never 0.
 */
export function signFlipTest(differences: readonly number[], seed = FLIP_SEED): number {
  const moved = Float64Array.from(differences.filter((difference) => difference !== 0));
  const observed = Math.abs(moved.reduce((total, value) => total + value, 0));
  // Sums of the same numbers in another order differ in the last digits.
  const atLeast = (total: number) => Math.abs(total) >= observed - 1e-9;
  const patterns = 2 ** moved.length;
  if (patterns <= FLIPS) {
    let extreme = 0;
    for (let pattern = 0; pattern < patterns; pattern += 1) {
      if (atLeast(signedSum(moved, (i) => ((pattern >> i) & 1) === 1))) extreme += 1;
    }
    return extreme / patterns;
  }
  const random = createRandom(seed);
  let extreme = 1;
  for (let flip = 0; flip < FLIPS; flip += 1) if (atLeast(signedSum(moved, () => random() < 0.5))) extreme += 1;
  return extreme / (FLIPS + 1);
}

function signedSum(values: Float64Array, isFlipped: (place: number) => boolean): number {
  let total = 0;
  for (const [i, value] of values.entries()) total += isFlipped(i) ? -value : value;
  return total;
}
