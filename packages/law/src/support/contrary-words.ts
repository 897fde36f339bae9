import type { Alignment } from './align.ts';
import { contrastsBeside, differencesInPlace, opposedActs, replacedContrasts } from './conflicts.ts';
import { concernsProviso, excepts, withoutProvisos } from './provisos.ts';
import { type Token, topicOf, toTokens } from './tokens.ts';

/** From what share of its word pairs on a claim is held to be about the same thing. */
const aboutTheSame = { acts: 0.4, words: 0.5 };
/** The share of its words that a claim must have in the provision's order for a differing word to be its very opposite. */
const inTheWords = 0.85;

export interface Compared {
  /** The part of the provision that the claim is about. */
  unit: string;
  whole: string;
  /** Where the claim runs with the words of the unit, else null; `verbatim` where all but a word or two are the same. */
  inPlace: (Alignment & { verbatim: boolean }) | null;
}

/** Whether a claim has no word of its own but such as tell what is done or by whom: 不得终止 for 可以解除. */
function sharesAll({ pairs }: Alignment, claim: readonly Token[]): boolean {
  const shared = new Set(pairs.map(([token]) => token));
  return topicOf(claim).every((token) => shared.has(token));
}

/**
 * Duties, denials and parties that are not the provision's, with what it says instead: surely so, or only seemingly. `covered` is the share of the
 * claim's word pairs that the provision has. A claim about the 但书 is not held against the rule, nor the other way round.
 */
export function contraryWords(
  claim: readonly Token[],
  covered: number,
  { unit, whole, inPlace }: Compared,
): { conflicts: string[]; doubts: string[] } {
  if (inPlace?.verbatim) return { conflicts: differencesInPlace(inPlace, claim, []), doubts: [] };
  const concerns = concernsProviso(claim, unit);
  if (concerns && excepts(unit)) return { conflicts: [], doubts: [] };
  const rule = toTokens(concerns ? whole : withoutProvisos(whole));
  const words = toTokens(concerns ? unit : withoutProvisos(unit));
  const inOrder = inPlace ? differencesInPlace(inPlace, claim, rule) : [];
  const close = inPlace !== null && (inPlace.pairs.length >= inTheWords * claim.length || sharesAll(inPlace, claim));
  const sameActs = covered >= aboutTheSame.acts;
  return {
    conflicts: [...(close ? inOrder : []), ...(sameActs ? opposedActs(claim, words, rule) : [])],
    doubts: [
      ...(close ? [] : inOrder),
      ...(sameActs ? contrastsBeside(claim, words, rule) : []),
      ...(covered >= aboutTheSame.words ? replacedContrasts(claim, words, rule) : []),
    ],
  };
}
