import type { Token } from './tokens.ts';

/** Stretches of two texts between what they share: `a` of the one stands where `b` of the other does. */
export interface Gap {
  a: Token[];
  b: Token[];
  /** The shared token right before and right after, where there is one. */
  before: Token | null;
  after: Token | null;
  /** The shared token right after, as `b` has it. */
  afterB: Token | null;
}

export interface Alignment {
  /** Tokens shared, in order: as `a` has each, and as `b`. */
  pairs: (readonly [Token, Token])[];
  gaps: Gap[];
}

/** Longest common subsequence of two token lists, with what lies between. Time and memory: the product of lengths. */
export function align(a: readonly Token[], b: readonly Token[]): Alignment {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i]?.key === b[j]?.key ? weight(a[i]) + at(i + 1, j + 1) : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const gaps: Gap[] = [];
  let gap: Gap = { a: [], b: [], before: null, after: null, afterB: null };
  const pairs: Alignment['pairs'] = [];
  let i = 0;
  let j = 0;
  for (let left = a[i], right = b[j]; left && right; left = a[i], right = b[j]) {
    if (left.key === right.key && at(i, j) === weight(left) + at(i + 1, j + 1)) {
      pairs.push([left, right]);
      if (gap.a.length + gap.b.length > 0) gaps.push({ ...gap, after: left, afterB: right });
      gap = { a: [], b: [], before: left, after: null, afterB: null };
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      gap.a.push(left);
      i += 1;
    } else {
      gap.b.push(right);
      j += 1;
    }
  }
  gap.a.push(...a.slice(i));
  gap.b.push(...b.slice(j));
  if (gap.a.length + gap.b.length > 0) gaps.push(gap);
  return { pairs, gaps };
}

/** A whole word shared says more than a character. */
const weight = (token: Token | undefined) => ((token?.key.length ?? 0) > 1 ? 3 : 1);
