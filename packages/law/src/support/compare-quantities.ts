import type { Alignment } from './align.ts';
import { comparable, type Quantity, sameValue } from './quantities.ts';
import type { Token } from './tokens.ts';

/** How a number of the claim stands to those of the provision; `idle` is a 一个 that the provision need not have. */
export interface QuantityFinding {
  state: 'same' | 'other' | 'absent' | 'idle';
  reason: string;
}

type Counted = Token & { quantity: Quantity };

/** The share of its surroundings that a number must have in common before it is held against another. */
export const heldAgainst = { alone: 0.7, margin: 0.2, farMargin: 0.5, closer: 0.1, otherUnit: 0.15, company: 0.25 };

/**
 * Each number of a claim against the provision's numbers of its kind: in its place, else in like surroundings, first in
 * the part that the claim is about (`words`), then anywhere (`whole`).
 */
export function compareQuantities(
  claim: readonly Token[],
  words: readonly Token[],
  whole: readonly Token[],
  inPlace: (Alignment & { verbatim: boolean }) | null,
): QuantityFinding[] {
  const replaced = new Map((inPlace?.gaps ?? []).flatMap(({ a, b }) => replacements(a, b)));
  const bounded = new Map((inPlace?.pairs ?? []).map(([here, there]) => [here, there.quantity] as const));
  const numbers = counted(claim);
  const taken = new Set(numbers.map(({ key }) => key));
  return numbers.map((token) => {
    const { quantity } = token;
    const swapped = replaced.get(token);
    if (swapped) return other(swapped, quantity);
    const kept = bounded.get(token);
    if (kept && isOtherSide(kept, quantity) && (inPlace?.verbatim || !hasBound(whole, quantity)))
      return otherBound(kept, quantity);
    const candidates = [...near(token, claim, words, true), ...near(token, claim, whole, false)];
    const ranked = candidates.sort((a, b) => b.likeness - a.likeness);
    const same = ranked.find((candidate) => sameValue(candidate.quantity, quantity));
    const best = ranked.find((candidate) => !sameValue(candidate.quantity, quantity) && !taken.has(candidate.key));
    const margin = best?.close ? heldAgainst.margin : heldAgainst.farMargin;
    if (same && (!best || best.likeness <= same.likeness + margin)) return { state: 'same', reason: '' };
    if (best && (same || best.likeness >= heldAgainst.alone)) return other(best.quantity, quantity);
    if (/^[一1][个次份]$/u.test(quantity.raw)) return { state: 'idle', reason: '' };
    return { state: 'absent', reason: `条文里没有“${quantity.raw}”` };
  });
}

function near(token: Counted, claim: readonly Token[], words: readonly Token[], close: boolean) {
  return counted(words)
    .filter((candidate) => comparable(candidate.quantity, token.quantity))
    .map((candidate) => {
      const unlike = candidate.quantity.kind === token.quantity.kind ? 0 : heldAgainst.otherUnit;
      const base = (close ? heldAgainst.closer : 0) - unlike + company(token, claim, candidate, words);
      return { ...candidate, close, likeness: base + likeness(token, claim, candidate, words) };
    });
}

/** 「九级伤残为9个月，八级伤残为11个月」: the numbers in whose company a number stands say which one is meant. */
function company(token: Counted, claim: readonly Token[], candidate: Counted, words: readonly Token[]): number {
  const beside = (tokens: readonly Token[], one: Token) =>
    counted(tokens).filter((other) => other.clause === one.clause && other.key !== one.key);
  const there = beside(words, candidate);
  return beside(claim, token).reduce((sum, { quantity }) => {
    if (there.some((other) => sameValue(other.quantity, quantity))) return sum + heldAgainst.company;
    return there.some((other) => comparable(other.quantity, quantity)) ? sum - heldAgainst.company : sum;
  }, 0);
}

const other = (there: Quantity, here: Quantity): QuantityFinding => ({
  state: 'other',
  reason: `条文说“${there.raw}”，这里说“${here.raw}”`,
});

const BOUNDS = { 'at-least': '以上', 'at-most': '以下' } as const;
const isOtherSide = (a: Quantity, b: Quantity) => a.bound !== null && b.bound !== null && a.bound !== b.bound;
/** Whether the provision has the number on this side, or bare, somewhere: 「不足五百元的，为五百元」. */
const hasBound = (words: readonly Token[], { bound, ...quantity }: Quantity) =>
  counted(words).some(
    ({ quantity: one }) => sameValue(one, { bound, ...quantity }) && (one.bound === null || one.bound === bound),
  );
const withBound = ({ raw, bound }: Quantity) => raw + (bound ? BOUNDS[bound] : '');
const otherBound = (there: Quantity, here: Quantity): QuantityFinding => ({
  state: 'other',
  reason: `条文说“${withBound(there)}”，这里说“${withBound(here)}”`,
});

const counted = (tokens: readonly Token[]) => tokens.filter((token): token is Counted => token.quantity !== null);

function replacements(a: readonly Token[], b: readonly Token[]): (readonly [Token, Quantity])[] {
  const here = counted(a);
  const there = counted(b);
  if (here.length !== there.length) return [];
  return here.flatMap((token, index) => {
    const opposite = there[index]?.quantity;
    return opposite && comparable(token.quantity, opposite) && !sameValue(token.quantity, opposite)
      ? [[token, opposite] as const]
      : [];
  });
}

/** Share of the words around one number that stand around the other, those of its own clause counting double. */
function likeness(token: Token, claim: readonly Token[], candidate: Token, words: readonly Token[]): number {
  const own = around(claim, token, 0);
  const far = around(claim, token, 1).filter((key) => !own.includes(key));
  const there = new Set(around(words, candidate, 0));
  const thereFar = new Set(around(words, candidate, 1));
  const total = own.length * 2 + far.length;
  if (total === 0) return 0;
  const share = (keys: readonly string[], close: number, wide: number) =>
    keys.reduce((sum, key) => sum + (there.has(key) ? close : thereFar.has(key) ? wide : 0), 0);
  return (share(own, 2, 1) + share(far, 0.5, 1)) / total;
}

/** The keys of the words and other numbers in the clause of a token, and in as many clauses before it. */
function around(tokens: readonly Token[], token: Token, reach: number): string[] {
  return tokens
    .filter((one) => one.key !== token.key && one.clause <= token.clause && token.clause - one.clause <= reach)
    .map(({ key }) => key);
}
