import { RESAMPLES, type Share } from '../statistics/bootstrap.ts';
import { createRandom } from '../statistics/random.ts';
import { FLIPS } from '../statistics/sign-flip-test.ts';
import type { PairedDifference } from './paired-difference.ts';

type Pair = readonly [Share, Share];

const DRAW_SEED = 20_240_601;
const SWAP_SEED = 20_240_602;
const TAIL = 0.025;
/** Sums of the same numbers in another order differ in the last digits. */
const SLACK = 1e-9;

/**
 * As `pairedDifference` and `pairedPValue`, for figures Σ part / Σ whole whose wholes may differ between the runs (how many
 * provisions an answer cites). The interval draws questions, each with both its results; the two-sided p-value is the share of
 * ways of exchanging the runs question by question that bring them at least as far apart, all ways where there are no more
 * than `FLIPS`, else `FLIPS` random ones with the observed one counted among them. Null where a run has nothing to count.
 */
export function pairedRatios(
  first: readonly Share[],
  second: readonly Share[],
): (PairedDifference & { p: number }) | null {
  const pairs = first.flatMap((a, i): Pair[] => {
    const b = second[i] ?? { part: 0, whole: 0 };
    return a.whole === 0 && b.whole === 0 ? [] : [[a, b]];
  });
  const observed = ratiosOf(pairs);
  if (observed === null) return null;
  const { first: a, second: b } = observed;
  return { ...observed, difference: b - a, ...intervalOf(pairs, b - a), p: exchangeTest(pairs, Math.abs(b - a)) };
}

function ratiosOf(pairs: readonly Pair[]): { first: number; second: number } | null {
  const total = { a: { part: 0, whole: 0 }, b: { part: 0, whole: 0 } };
  for (const [a, b] of pairs) {
    total.a.part += a.part;
    total.a.whole += a.whole;
    total.b.part += b.part;
    total.b.whole += b.whole;
  }
  if (total.a.whole === 0 || total.b.whole === 0) return null;
  return { first: total.a.part / total.a.whole, second: total.b.part / total.b.whole };
}

function intervalOf(pairs: readonly Pair[], difference: number): { low: number; high: number } {
  const random = createRandom(DRAW_SEED);
  const drawn: number[] = [];
  for (let resample = 0; resample < RESAMPLES; resample += 1) {
    const sample = pairs.map((pair) => pairs[Math.floor(random() * pairs.length)] ?? pair);
    const ratios = ratiosOf(sample);
    if (ratios !== null) drawn.push(ratios.second - ratios.first);
  }
  drawn.sort((x, y) => x - y);
  const cut = Math.floor(TAIL * drawn.length);
  return { low: drawn[cut] ?? difference, high: drawn[drawn.length - 1 - cut] ?? difference };
}

function exchangeTest(pairs: readonly Pair[], observed: number): number {
  const differs = ([a, b]: Pair) => a.part !== b.part || a.whole !== b.whole;
  const differing = pairs.filter(differs);
  const same = pairs.filter((pair) => !differs(pair));
  const isAsFar = (isSwapped: (place: number) => boolean) => {
    const swapped = differing.map(([a, b], i): Pair => (isSwapped(i) ? [b, a] : [a, b]));
    const ratios = ratiosOf([...same, ...swapped]);
    return ratios !== null && Math.abs(ratios.second - ratios.first) >= observed - SLACK;
  };
  const ways = 2 ** differing.length;
  if (ways <= FLIPS) {
    let asFar = 0;
    for (let way = 0; way < ways; way += 1) if (isAsFar((i) => ((way >> i) & 1) === 1)) asFar += 1;
    return asFar / ways;
  }
  const random = createRandom(SWAP_SEED);
  let asFar = 1;
  for (let flip = 0; flip < FLIPS; flip += 1) if (isAsFar(() => random() < 0.5)) asFar += 1;
  return asFar / (FLIPS + 1);
}
