/** An exact number: `over / under` in lowest terms, `under` positive. Sums of money are in yuan. */
export type Exact = { readonly over: bigint; readonly under: bigint };

export const zero: Exact = { over: 0n, under: 1n };

export function exact(over: bigint | number, under: bigint | number = 1n): Exact {
  const [top, bottom] = [BigInt(over), BigInt(under)];
  if (bottom === 0n) throw new RangeError('a number cannot be divided by zero');
  const sign = bottom < 0n ? -1n : 1n;
  const divisor = commonDivisor(top < 0n ? -top : top, bottom * sign);
  return { over: (top * sign) / divisor, under: (bottom * sign) / divisor };
}

function commonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? (left === 0n ? 1n : left) : commonDivisor(right, left % right);
}

export const plus = (left: Exact, right: Exact) =>
  exact(left.over * right.under + right.over * left.under, left.under * right.under);
export const minus = (left: Exact, right: Exact) => plus(left, { over: -right.over, under: right.under });
export const times = (left: Exact, right: Exact) => exact(left.over * right.over, left.under * right.under);
export const dividedBy = (left: Exact, right: Exact) => exact(left.over * right.under, left.under * right.over);
export const sum = (values: Exact[]) => values.reduce(plus, zero);

/** Negative, zero or positive as `left` is less than, equal to or more than `right`. */
export function compare(left: Exact, right: Exact): number {
  const difference = left.over * right.under - right.over * left.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const least = (left: Exact, right: Exact) => (compare(left, right) <= 0 ? left : right);
export const most = (left: Exact, right: Exact) => (compare(left, right) >= 0 ? left : right);
export const isPositive = (value: Exact) => value.over > 0n;

/** Reads `12300.50`, `12,300.5` and `１２３`; null for anything else, a negative number included. */
export function readDecimal(text: string): Exact | null {
  const clean = text.normalize('NFKC').trim();
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(clean) ? clean.replaceAll(',', '') : clean;
  const [, whole, part = ''] = /^(\d{1,18})(?:\.(\d{1,12}))?$/u.exec(plain) ?? [];
  return whole === undefined ? null : exact(BigInt(whole + part), 10n ** BigInt(part.length));
}

/** In decimals, rounded half up to so many places (away from zero for negative numbers). */
export function inDecimals(value: Exact, places: number): string {
  const scale = 10n ** BigInt(places);
  const size = value.over < 0n ? -value.over : value.over;
  const scaled = (size * scale * 2n + value.under) / (value.under * 2n);
  const digits = scaled.toString().padStart(places + 1, '0');
  const shown = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return value.over < 0n && scaled !== 0n ? `-${shown}` : shown;
}

/** Yuan with two decimals, `12300.50`. */
export const inYuan = (value: Exact) => inDecimals(value, 2);

/** Rounded to the fen, as it is paid. */
export const toFen = (value: Exact): Exact => exact(BigInt(inYuan(value).replace('.', '')), 100n);

/** At most eight decimals, without zeros at the end: `0.5`. */
export function inShort(value: Exact): string {
  const shown = inDecimals(value, 8);
  return shown.replace(/\.?0+$/u, '');
}

/** 0.154 as `15.4%`. */
export const inPercent = (value: Exact) => `${inShort(times(value, exact(100)))}%`;
