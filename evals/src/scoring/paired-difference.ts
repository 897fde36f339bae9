import { bootstrap, type Share } from '../statistics/bootstrap.ts';
import { signFlipTest } from '../statistics/sign-flip-test.ts';

/** Second run minus first, over the same questions. */
export interface PairedDifference {
  first: number;
  second: number;
  difference: number;
  /** 95% paired bootstrap interval of the difference: questions are drawn, each with both its results. */
  low: number;
  high: number;
}

/** One entry a question in both, with the same `whole`s. Null where there is nothing to count. */
export function pairedDifference(first: readonly Share[], second: readonly Share[]): PairedDifference | null {
  const [a, b, between] = bootstrap([first, second, differences(first, second)]);
  if (!a || !b || !between) return null;
  return { first: a.value, second: b.value, difference: between.value, low: between.low, high: between.high };
}

/** Two-sided; see `signFlipTest`. */
export const pairedPValue = (first: readonly Share[], second: readonly Share[]): number =>
  signFlipTest(differences(first, second).map(({ part }) => part));

const differences = (first: readonly Share[], second: readonly Share[]): Share[] =>
  first.map(({ part, whole }, i) => ({ part: (second[i]?.part ?? 0) - part, whole }));
