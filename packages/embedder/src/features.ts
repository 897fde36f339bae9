import { segment } from './segment.ts';

/** A run of characters that may be Chinese words; bigrams never cross what stands between two runs. */
const HAN_RUN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The features of a text with how often each occurs: its words (`的士`) and the character pairs of its Chinese runs
 * (`#的士`). Words carry meaning; pairs catch what segmentation cuts differently in a question and in a law.
 */
export function countFeatures(text: string): Map<string, number> {
  const clean = text.normalize('NFKC').toLowerCase();
  const counts = new Map<string, number>();
  const add = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  for (const word of segment(clean)) if (WORD.test(word)) add(word);
  for (const [run] of clean.matchAll(HAN_RUN)) {
    for (let i = 0; i + 1 < run.length; i += 1) add(`#${run.slice(i, i + 2)}`);
  }
  return counts;
}

/** What `count` occurrences weigh: the second says less than the first. */
export const occurrenceWeight = (count: number) => 1 + Math.log(count);
