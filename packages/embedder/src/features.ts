import { segment } from './segment.ts';

const WORD = /[\p{L}\p{N}]/u;

/** The form in which words are compared: full-width letters and digits as plain ones, small letters. */
export const normaliseText = (text: string) => text.normalize('NFKC').toLowerCase();

/** Words of a normalised text that carry anything, with repetitions; punctuation is left out. */
export const featureWords = (normalised: string) => segment(normalised).filter((word) => WORD.test(word));

/** Whether a UTF-16 unit is a Chinese character (the rare ones outside the basic plane aside). */
export const isHan = (unit: number) =>
  (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;

/**
 * The features of a text with how often each occurs: its words (`的士`) and the pairs of adjoining Chinese characters
 * (`#的士`). Words carry meaning; pairs catch what segmentation cuts differently in a question and in a law.
 */
export function countFeatures(text: string): Map<string, number> {
  const normalised = normaliseText(text);
  const counts = new Map<string, number>();
  const add = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  for (const word of featureWords(normalised)) add(word);
  for (let i = 0; i + 1 < normalised.length; i += 1) {
    if (isHan(normalised.charCodeAt(i)) && isHan(normalised.charCodeAt(i + 1))) add(`#${normalised.slice(i, i + 2)}`);
  }
  return counts;
}

/** What `count` occurrences weigh: the second says less than the first. */
export const occurrenceWeight = (count: number) => 1 + Math.log(count);
