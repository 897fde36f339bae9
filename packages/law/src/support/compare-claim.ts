import { addedDenials, addedTerms, generalWords } from './added-words.ts';
import { align } from './align.ts';
import { otherPolarity } from './clause-polarity.ts';
import { compareQuantities } from './compare-quantities.ts';
import { compareRoles } from './compare-roles.ts';
import { exceptionIgnored, oneWordReplaced, replacedWords, reversedOrder } from './conflicts.ts';
import { contraryWords } from './contrary-words.ts';
import { deemedOtherwise } from './deemed.ts';
import { otherStarts } from './period-starts.ts';
import type { ProvisionUnit } from './provision-units.ts';
import { swappedResults } from './result-swaps.ts';
import { exceptedToo, stretchedScope } from './scope-words.ts';
import type { TextSimilarity } from './support-types.ts';
import { coverage, shareOfWords, type Token, topicOf, toTokens } from './tokens.ts';
import { turnedConditions } from './turned-conditions.ts';

/**
 * Tuned on the tune part of `evals/own/support.jsonl`. `inPlace`: the share of its words that a claim must have in the
 * provision's order to be read as its words with a change, `verbatim` as a quotation that slipped, and `replaced` so near
 * that any other word in it is for a person to look at. `alike`: what bears a paraphrase out, a number in common
 * adding `number`. `results`: from what coverage another outcome or party is held against the provision's.
 * `oneReplaced`: from what share one strange word among the provision's own is for a person to look at. `similarity`:
 * what an embedding must say to take the place of `alike`.
 */
export const thresholds = {
  inPlace: 0.7,
  verbatim: 0.9,
  replaced: 0.85,
  alike: 0.46,
  number: 0.3,
  similarity: 0.8,
  results: 0.4,
  oneReplaced: 0.65,
};

export interface ClaimComparison {
  /** Where the provision says otherwise. */
  conflicts: string[];
  /** What the provision does not say. */
  doubts: string[];
  /** How alike the words are, numbers included, 0 … 1.3. */
  alike: number;
}

/** One part of a claim, as it is said and in the words of statutes, against all that a provision says. */
export function compareClaim(
  { said, part }: { said: string; part: string },
  units: readonly ProvisionUnit[],
  similarity: TextSimilarity | undefined,
): ClaimComparison {
  const claim = toTokens(part);
  const unit = closestUnit(claim, units);
  const whole = units.at(-1) ?? unit;
  const alignment = align(claim, unit.tokens);
  const share = alignment.pairs.length / Math.max(1, claim.length);
  const inPlace = share >= thresholds.inPlace ? { ...alignment, verbatim: share >= thresholds.verbatim } : null;
  const numbers = compareQuantities(claim, unit.tokens, whole.tokens, inPlace);
  const covered = coverage(claim, whole.tokens);
  const sameNumber = numbers.some(({ state }) => state === 'same') ? thresholds.number : 0;
  const alike = (covered + shareOfWords(topicOf(claim), whole.tokens)) / 2 + sameNumber;
  const polarity = otherPolarity(claim, unit, whole);
  const isAlike =
    alike >= thresholds.alike || (similarity !== undefined && similarity(part, unit.text) >= thresholds.similarity);
  const roles = compareRoles(said, whole.text);
  const contrary = contraryWords(claim, covered, { unit: unit.text, whole: whole.text, inPlace });
  const results = swappedResults(part, whole.text);
  const deemed = deemedOtherwise(part, whole.text);
  const reasonsFor = (state: 'other' | 'absent') =>
    numbers.filter((number) => number.state === state).map(({ reason }) => reason);
  return {
    conflicts: [
      ...reasonsFor('other'),
      ...contrary.conflicts,
      ...polarity.filter(({ state }) => state === 'opposed').map(({ reason }) => reason),
      ...exceptionIgnored(claim, units),
      ...reversedOrder(part, unit.text),
      ...(covered >= thresholds.results ? roles.conflicts : []),
      ...deemed.conflicts,
      ...(covered >= thresholds.results ? results : []),
      ...exceptedToo(part, whole.text),
    ],
    doubts: [
      ...reasonsFor('absent'),
      ...addedTerms(part, whole.text).map((term) => `条文没有说“${term}”`),
      ...polarity.filter(({ state }) => state === 'unconfirmed').map(({ reason }) => reason),
      ...(share >= thresholds.replaced ? replacedWords(alignment) : []),
      ...(share >= thresholds.oneReplaced ? oneWordReplaced(alignment) : []),
      ...addedDenials(claim, whole.tokens).map((word) => `条文没有“${word}……”的意思`),
      ...contrary.doubts,
      ...results,
      ...roles.conflicts,
      ...roles.doubts,
      ...deemed.doubts,
      ...turnedConditions(claim, whole.tokens),
      ...otherStarts(part, whole.text),
      ...stretchedScope(part, whole.text),
      ...generalWords(part, whole.text).map((word) => `条文没有“${word}”这样的说法，可能说得过宽`),
      ...(isAlike ? [] : ['条文的用语与这里相差较大，看不出它这样规定']),
    ],
    alike,
  };
}

const NOTHING: ProvisionUnit = { text: '', tokens: [], exception: null };

/** The unit whose topic the claim shares most; of two alike, the one with the claim's numbers, then the shorter. */
function closestUnit(claim: readonly Token[], units: readonly ProvisionUnit[]): ProvisionUnit {
  const topic = topicOf(claim);
  const numbers = claim.filter(({ quantity }) => quantity !== null);
  let best = { unit: NOTHING, score: Number.NEGATIVE_INFINITY };
  for (const unit of units) {
    const shared = numbers.filter(({ key }) => unit.tokens.some((token) => token.key === key)).length;
    const withNumbers = (0.05 * shared) / Math.max(1, numbers.length);
    const score = coverage(topic, topicOf(unit.tokens)) + withNumbers - unit.tokens.length * 1e-3;
    if (score > best.score) best = { unit, score };
  }
  return best.unit;
}
