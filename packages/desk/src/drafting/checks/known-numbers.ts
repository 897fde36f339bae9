import { type Quantity, readQuantities } from '@lutai/law';
import { readSums } from '../facts/read-sums.ts';

const dated = /(?:\d{4}|[一二三四五六七八九〇零]{4})年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月\d{1,2}[日号]/gu;

/** What numbers and days an answer may use: those of the question, of the provisions, and what was computed from them. */
export type KnownNumbers = {
  quantities: Quantity[];
  values: Set<number>;
  /** Of them the sums of money, in yuan. */
  sums: Set<number>;
  days: Set<string>;
  /** All the words that the numbers come from. */
  words: string;
};

export function knownNumbers(texts: readonly string[], computed: readonly number[] = []): KnownNumbers {
  const words = texts.join('\n').normalize('NFKC');
  const quantities = readQuantities(words);
  const sums = readSums(words).map(({ yuan }) => yuan);
  return {
    quantities,
    values: new Set([...quantities.map(({ value }) => round(value)), ...sums.map(round), ...computed.map(round)]),
    sums: new Set(sums.map(round)),
    days: new Set(words.match(dated) ?? []),
    words,
  };
}

/** The numbers of a sentence that come from nowhere, as written. */
export function strayNumbers(sentence: string, known: KnownNumbers): string[] {
  const plain = sentence.normalize('NFKC').replace(/（[^（）]*《[^（）]*）/gu, '');
  const strayDays = (plain.match(dated) ?? []).filter(
    (day) => !known.days.has(day) && ![...known.days].some((other) => other.startsWith(day) || other.endsWith(day)),
  );
  const withoutDays = plain.replace(dated, '');
  const strayQuantities = [...readQuantities(withoutDays), ...moneyOf(withoutDays)]
    .filter(({ value }) => !known.values.has(round(value)) && !trivial(value))
    .map(({ raw }) => raw)
    .filter((raw) => !known.words.includes(raw));
  return [...new Set([...strayDays, ...strayQuantities])];
}

const moneyOf = (text: string) => readSums(text).map(({ raw, yuan }) => ({ raw, value: yuan }));
/** 一方, 两份, 第一 and the like. */
const trivial = (value: number) => Number.isInteger(value) && Math.abs(value) <= 2;
const round = (value: number) => Math.round(value * 10_000) / 10_000;
