import { type Comparison, compareQuotation, quoteFinder } from './compare-quotation.ts';

/** Comparisons of quotations with provisions, each made once in the course of one check. */
export interface Comparisons {
  isQuoted(quote: string, text: string): boolean;
  /** Null where the two are too long to align, or too many have been aligned already. */
  difference(quote: string, text: string): Comparison | null;
}

const MOST_ALIGNED = 400;

/** Remembers what was compared: a text may quote one provision a thousand times. */
export function createComparisons(): Comparisons {
  const finders = new Map<string, (quote: string) => boolean>();
  const quoted = new Map<string, boolean>();
  const differences = new Map<string, Comparison | null>();
  return {
    isQuoted(quote, text) {
      const key = `${quote}\0${text}`;
      const known = quoted.get(key);
      if (known !== undefined) return known;
      const finder = finders.get(text) ?? quoteFinder(text);
      finders.set(text, finder);
      const is = finder(quote);
      quoted.set(key, is);
      return is;
    },
    difference(quote, text) {
      const key = `${quote}\0${text}`;
      const known = differences.get(key);
      if (known !== undefined) return known;
      if (differences.size >= MOST_ALIGNED) return null;
      const difference = compareQuotation(quote, text);
      differences.set(key, difference);
      return difference;
    },
  };
}
