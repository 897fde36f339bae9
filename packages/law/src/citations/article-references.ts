import { type ArticleNumber, articleLabel } from '../article-label.ts';
import type { CitationTarget } from './citation-types.ts';
import { citedNumber } from './cited-number.ts';
import { type Pinpoint, readPinpoints } from './pinpoints.ts';

const N = '[0-9０-９零〇○一二两三四五六七八九十百千]';
const RANGE_MARK = '(?:至|到|[-—–~～－])';
/** 「第五百七十七条」, 「577条」, 「第577、578条」, 「第三至五条」, 「第一百三十三条之一」. Every repetition is bounded: linear time. */
const REFERENCE = new RegExp(
  `(?:([第笫]\\s?)?(${N}{1,9}(?:\\s?(?:[、，,和及与或]|以及)\\s?(?:第\\s?)?${N}{1,9}){0,12}(?:\\s?${RANGE_MARK}\\s?(?:第\\s?)?${N}{1,9})?)\\s?[条條](?:\\s?之\\s?([一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})(?![0-9年月日]))?|§+\\s?([0-9]{1,4}))`,
  'gu',
);
const SINGLE = new RegExp(`^${N}+$`, 'u');

export interface ArticleReference {
  start: number;
  end: number;
  /** In order; two or more for a list or a range inside one reference. Empty when the number cannot be read. */
  articles: ArticleNumber[];
  /** 款 and 项 of the last article. */
  targets: CitationTarget[];
  /** Begins with 第; digits without it count only right after a name or in a list. */
  marked: boolean;
}

/** Every 「…条」 of a text with the 款 and 项 that follow it. */
export function articleReferences(text: string): ArticleReference[] {
  const found: ArticleReference[] = [];
  for (const match of text.matchAll(REFERENCE)) {
    const whole = match[4] ?? match[2] ?? '';
    const skipped = otherNumbers(whole, match[1] !== undefined);
    const words = whole.slice(skipped).replace(/^第\s?/u, '');
    const marked = match[1] !== undefined || match[4] !== undefined || skipped > 0;
    const suffix = match[3] === undefined ? 0 : citedNumber(match[3]);
    const read = suffix === null ? [] : readNumbers(words, suffix);
    const { end, pinpoints, broken } = readPinpoints(text, match.index + match[0].length);
    const articles = broken ? [] : read;
    const start = match.index + (skipped > 0 ? (match[1]?.length ?? 0) + skipped : 0);
    found.push({ start, end, articles, targets: toTargets(articles, pinpoints), marked });
  }
  return found;
}

/**
 * Length of what goes before the first article in 「不足一千，第一百四十八条」 and 「第一，第四十四条」: numbers of something
 * else, parted from the articles by a comma, or without the 第 that these have.
 */
function otherNumbers(words: string, marked: boolean): number {
  const comma = /^(?:.*[，,])?\s?(?=第)/u.exec(words)?.[0].length ?? 0;
  return comma > 0 || marked ? comma : Math.max(0, words.indexOf('第'));
}

function readNumbers(words: string, suffix: number): ArticleNumber[] {
  if (SINGLE.test(words)) {
    const number = citedNumber(words);
    return number === null || number === 0 ? [] : [{ number, suffix }];
  }
  const range = /^(.*?)(?:至|到|[-—–~～－])\s?(?:第\s?)?([^至到]+)$/u.exec(words);
  const listed = (range?.[1] ?? words)
    .split(/[、，,和及与或]|以及/u)
    .map((part) => citedNumber(part.replace(/第/g, '')));
  const last = range ? citedNumber(range[2] ?? '') : null;
  if (listed.some((value) => value === null || value === 0) || (range && last === null)) return [];
  const numbers = listed.flatMap((value) => (value === null ? [] : [{ number: value, suffix: 0 }]));
  const final = numbers.at(-1);
  if (last !== null && final) {
    const expanded = expandRange(final, { number: last, suffix });
    return expanded.length === 0 ? [] : [...numbers.slice(0, -1), ...expanded];
  }
  return final ? [...numbers.slice(0, -1), { ...final, suffix }] : [];
}

/** The articles from one to another, both included; empty when they do not count up or are more than 200. */
export function expandRange(from: ArticleNumber, to: ArticleNumber): ArticleNumber[] {
  if (from.number === to.number && to.suffix > from.suffix) {
    return Array.from({ length: to.suffix - from.suffix + 1 }, (_, index) => ({
      number: from.number,
      suffix: from.suffix + index,
    }));
  }
  const count = to.number - from.number + 1;
  if (count < 2 || count > 200) return [];
  const whole = Array.from({ length: count }, (_, index) => ({ number: from.number + index, suffix: 0 }));
  return [from, ...whole.slice(1, -1), to];
}

function toTargets(articles: ArticleNumber[], pinpoints: Pinpoint[]): CitationTarget[] {
  return articles.flatMap(({ number, suffix }, index) => {
    const article = articleLabel(number, suffix);
    const last = index === articles.length - 1;
    return last && pinpoints.length > 0
      ? pinpoints.map((pinpoint) => ({ article, ...pinpoint }))
      : [{ article, paragraph: null, item: null }];
  });
}
