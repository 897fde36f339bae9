import type { Party } from '../read-parties.ts';
import type { ContractType } from '../roles.ts';
import type { Sentence } from '../sentences.ts';
import type { Clause } from '../split-clauses.ts';
import type { ValueName, ValueReading, Values } from './value-names.ts';

/** What the functions of this folder read values from. */
export interface ReadingContext {
  /** Folded. */
  text: string;
  sentences: readonly Sentence[];
  clauses: readonly Clause[];
  type: ContractType;
  parties: readonly Party[];
  /** A share (0.03), where the caller knows it for the day of the contract. */
  oneYearLpr: number | null;
}

export interface Found {
  match: RegExpMatchArray;
  /** The first group. */
  words: string;
  sentence: Sentence;
  from: number;
  to: number;
}

/** Every match of a global expression in every sentence; `words` is its first group that took part. */
export function findAll(sentences: readonly Sentence[], pattern: RegExp): Found[] {
  return sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(pattern)].map((match) => {
      const from = sentence.from + (match.index ?? 0);
      const words = match.slice(1).find((group) => group !== undefined) ?? '';
      return { match, words, sentence, from, to: from + match[0].length };
    }),
  );
}

export const reading = (value: number, { from, to }: { from: number; to: number }, note: string): ValueReading => ({
  value,
  from,
  to,
  note,
});

/** Leaves out what could not be read as a number. */
export function values(name: ValueName, readings: readonly ValueReading[]): Values {
  const sure = readings.filter(({ value }) => Number.isFinite(value));
  return sure.length > 0 ? { [name]: sure } : {};
}

/** 「16%」, 「182.5%」. */
export const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
export const yuan = (sum: number) => `${Math.round(sum * 100) / 100}元`;
/** 「18个月」. */
export const inMonths = (months: number) =>
  months >= 1 ? `${Math.round(months * 10) / 10}个月` : `${Math.round(months * 30)}日`;
