import type { Alignment } from './align.ts';
import { contrastsBeside, differencesInPlace, opposedActs, replacedContrasts } from './conflicts.ts';
import { concernsProviso, excepts, withoutProvisos } from './provisos.ts';
import { type Token, toTokens } from './tokens.ts';

/** From what share of its word pairs on a claim is held to be about the same thing. */
const aboutTheSame = { acts: 0.4, words: 0.5 };

export interface Compared {
  /** The part of the provision that the claim is about. */
  unit: string;
  whole: string;
  /** Where the claim runs with the words of the unit, else null; `verbatim` where all but a word or two are the same. */
  inPlace: (Alignment & { verbatim: boolean }) | null;
}

/**
 * Duties, denials and parties that are not the provision's, with what it says instead. `covered` is the share of the
 * claim's word pairs that the provision has. A claim about the 但书 is not held against the rule, nor the other way round.
 */
export function contraryWords(claim: readonly Token[], covered: number, { unit, whole, inPlace }: Compared): string[] {
  if (inPlace?.verbatim) return differencesInPlace(inPlace, claim, []);
  const concerns = concernsProviso(claim, unit);
  if (concerns && excepts(unit)) return [];
  const rule = toTokens(concerns ? whole : withoutProvisos(whole));
  const words = toTokens(concerns ? unit : withoutProvisos(unit));
  return [
    ...(inPlace ? differencesInPlace(inPlace, claim, rule) : []),
    ...(covered >= aboutTheSame.acts
      ? [...opposedActs(claim, words, rule), ...contrastsBeside(claim, words, rule)]
      : []),
    ...(covered >= aboutTheSame.words ? replacedContrasts(claim, words, rule) : []),
  ];
}
