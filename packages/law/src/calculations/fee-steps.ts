import { type Working, yuan } from './calculation.ts';
import { type Exact, exact, inPercent } from './exact.ts';
import type { FeeLine } from './fee-bands.ts';

const tenThousands = (sum: number) => (sum >= 10_000 ? `${sum / 10_000}万元` : `${sum}元`);

/** Writes a fee band by band; `base` is what is paid up to the first of them. */
export function writeBands(
  { step }: Working,
  { base, start, lines, citation }: { base: number; start: number; lines: FeeLine[]; citation: string },
): void {
  step(`不超过${tenThousands(start)}的部分，${base}元。`, [citation], exact(base));
  for (const { from, upTo, rate, fee } of lines) {
    const to = upTo === null ? '以上' : `至${tenThousands(upTo)}`;
    step(`超过${tenThousands(from)}${to}的部分，按${inPercent(rate)}。`, [citation], fee);
  }
}

/** A fee that the province sets within a range. */
export type FeeRange = { least: Exact; most: Exact };

export const rangeInWords = (range: FeeRange) => `${yuan(range.least)}至${yuan(range.most)}`;
