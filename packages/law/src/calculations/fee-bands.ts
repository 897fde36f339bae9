import { compare, type Exact, exact, least, minus, plus, times } from './exact.ts';

/** Up to `upTo` yuan of a sum (null: without end), each part by its own `rate`. */
export type Band = { upTo: number | null; rate: Exact };

const tenThousand = 10_000;
const perThousand = (rate: number) => exact(rate, 1000);

/** Property cases: 50 yuan to 10,000, then part by part (诉讼费用交纳办法第十三条). */
export const propertyBands: Band[] = [
  { upTo: 10 * tenThousand, rate: perThousand(25) },
  { upTo: 20 * tenThousand, rate: perThousand(20) },
  { upTo: 50 * tenThousand, rate: perThousand(15) },
  { upTo: 100 * tenThousand, rate: perThousand(10) },
  { upTo: 200 * tenThousand, rate: perThousand(9) },
  { upTo: 500 * tenThousand, rate: perThousand(8) },
  { upTo: 1000 * tenThousand, rate: perThousand(7) },
  { upTo: 2000 * tenThousand, rate: perThousand(6) },
  { upTo: null, rate: perThousand(5) },
];
export const executionBands: Band[] = [
  { upTo: 50 * tenThousand, rate: perThousand(15) },
  { upTo: 500 * tenThousand, rate: perThousand(10) },
  { upTo: 1000 * tenThousand, rate: perThousand(5) },
  { upTo: null, rate: perThousand(1) },
];
export const preservationBands: Band[] = [
  { upTo: 10 * tenThousand, rate: perThousand(10) },
  { upTo: null, rate: perThousand(5) },
];

export type FeeLine = { from: number; upTo: number | null; rate: Exact; fee: Exact };

/** What the parts of a sum above `start` cost, band by band; empty for a sum up to it. */
export function feeByBands(amount: Exact, start: number, bands: Band[]): FeeLine[] {
  const lines: FeeLine[] = [];
  let from = start;
  for (const { upTo, rate } of bands) {
    if (compare(amount, exact(from)) <= 0) break;
    const top = upTo === null ? amount : least(amount, exact(upTo));
    lines.push({ from, upTo, rate, fee: times(minus(top, exact(from)), rate) });
    if (upTo === null) break;
    from = upTo;
  }
  return lines;
}

/** A fixed fee to begin with, and the parts above it. */
export const feeOf = (base: number, lines: FeeLine[]): Exact =>
  lines.reduce((sum, { fee }) => plus(sum, fee), exact(base));

export const propertyFee = (amount: Exact): Exact => feeOf(50, feeByBands(amount, tenThousand, propertyBands));

export const half = (fee: Exact): Exact => times(fee, exact(1, 2));
