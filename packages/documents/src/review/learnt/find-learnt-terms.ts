import type { Check } from '../checklist-schema.ts';
import type { Hit } from '../run-checks.ts';
import type { ReadingContext } from '../values/reading-context.ts';
import type { LearntTerms } from './learnt-terms.ts';
import { markParties } from './marked-sentence.ts';

/** From which share on a sentence is shown; docs/decisions/0013-contract-review.md has the figures. */
export const doubtfulFrom = 0.5;
/** From which share on the theme is said; below it only that the sentence is doubtful. */
export const themeFrom = 0.5;
/** How much of the middle sentence's distance from the usual one is taken off. */
const ofVoice = 0.3;
/** The logit of the middle sentence of a usual contract. */
const usualMiddle = -6;
const mostHits = 100;
const ofAnyTheme = '-theme-any';

/** A heading, a field or 「双方约定如下：」 is no term: it does not end one, or hardly says anything. */
const TERM = /^.{5,}[。；！]$|^.{13,}[^：]$/su;

/** Kinds that words alone tell; a check of one of them has said enough of its sentence. */
const worded = new Set<Check['kind']>(['void', 'voidable', 'one-sided', 'excessive']);

/**
 * The sentences that read like a doubtful term and in which no check has found one: each as a hit of the theme (a check with
 * `learnt`) that it is most likely about, or of `…-theme-any` where that is not clear.
 */
export function findLearntTerms(
  learnt: LearntTerms,
  checks: readonly Check[],
  context: ReadingContext,
  found: readonly Hit[],
): Hit[] {
  const learntChecks = checks.filter((check) => check.learnt);
  const any = learntChecks.filter(({ id }) => id.endsWith(ofAnyTheme));
  const untold = any.find(({ id }) => id.startsWith(context.type)) ?? any[0];
  const themes = new Map(learntChecks.filter((check) => !any.includes(check)).map((check) => [check.id, check]));
  const ids = new Set(themes.keys());
  const mark = markParties(context.type, context.parties);
  const taken = found.flatMap(({ check, at }) => (at !== null && worded.has(check.kind) ? [at] : []));
  const readings = context.sentences
    .filter(({ text }) => TERM.test(text))
    .map(({ text, from }) => ({ from, to: from + text.length, marked: mark(text) }))
    .map((sentence) => ({ ...sentence, doubt: learnt.doubtOf(sentence.marked) }));
  const shift = shiftOf(readings.map(({ doubt }) => doubt));
  const hits = readings.flatMap(({ from, to, marked, doubt }) => {
    const share = toShare(toLogit(doubt) - shift);
    if (share < doubtfulFrom || taken.some((at) => at.from < to && from < at.to)) return [];
    const [first] = learnt.themesOf(marked, ids);
    const check = first !== undefined && first.share >= themeFrom ? themes.get(first.id) : untold;
    if (check === undefined) return [];
    return [{ check, at: { from, to }, note: `把握${Math.min(99, Math.round(share * 100))}%` }];
  });
  return hits.slice(0, mostHits);
}

/** Most sentences of a contract are sound: where its middle one reads doubtful already, that is its voice and no defect. */
function shiftOf(shares: readonly number[]): number {
  const middle = [...shares].sort((a, b) => a - b)[Math.floor(shares.length / 2)];
  return middle === undefined ? 0 : ofVoice * (toLogit(middle) - usualMiddle);
}

const toLogit = (share: number) => Math.log((share + 1e-6) / (1 - share + 1e-6));
const toShare = (logit: number) => 1 / (1 + Math.exp(-logit));
