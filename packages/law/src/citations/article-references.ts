import { type ArticleNumber, articleLabel } from '../article-label.ts';
import { chineseToNumber } from '../numerals.ts';
import type { CitationTarget } from './citation-types.ts';

const N = '[0-9０-９零〇○一二两三四五六七八九十百千]';
/** 「第五百七十七条」, 「577条」, 「第577、578条」, 「第三至五条」, 「第一百三十三条之一」. Every repetition is bounded: linear time. */
const REFERENCE = new RegExp(
  `(第\\s?)?(${N}{1,9}(?:\\s?(?:[、，,和及与或]|以及)\\s?(?:第\\s?)?${N}{1,9}){0,12}(?:\\s?(?:至|到|[-—–~～－])\\s?(?:第\\s?)?${N}{1,9})?)\\s?条(?:\\s?之\\s?([一二三四五六七八九十]{1,3}|[0-9]{1,2})(?![0-9年月日]))?`,
  'gu',
);
const SINGLE = new RegExp(`^${N}+$`, 'u');
const PARAGRAPHS = new RegExp(
  `\\s?[、和及与或]?\\s?第\\s?(${N}{1,3}(?:\\s?[、和及与或]\\s?(?:第\\s?)?${N}{1,3}){0,6})\\s?款`,
  'uy',
);
const ITEMS = new RegExp(
  `\\s?[、和及与或]?\\s?(?:第\\s?)?((?:[（(]\\s?${N}{1,3}\\s?[）)]\\s?[、和及与或]?\\s?){1,8})项?|\\s?[、和及与或]?\\s?第\\s?(${N}{1,3}(?:\\s?[、和及与或]\\s?(?:第\\s?)?${N}{1,3}){0,6})\\s?项`,
  'uy',
);

export interface ArticleReference {
  start: number;
  end: number;
  /** In order; two or more for a list or a range inside one reference. Empty when the number cannot be read. */
  articles: ArticleNumber[];
  /** 款 and 项 of the last article. */
  targets: CitationTarget[];
  /** Begins with 第; Arabic digits without it count only right after a name. */
  marked: boolean;
}

/** Every 「…条」 of a text with the 款 and 项 that follow it. */
export function articleReferences(text: string): ArticleReference[] {
  const found: ArticleReference[] = [];
  for (const match of text.matchAll(REFERENCE)) {
    const marked = match[1] !== undefined;
    if (!marked && !/^[0-9０-９]/.test(match[2] ?? '')) continue;
    const suffix = match[3] === undefined ? 0 : (chineseToNumber(match[3]) ?? 0);
    const articles = readNumbers(match[2] ?? '', suffix);
    const { end, pinpoints } = readPinpoints(text, match.index + match[0].length);
    found.push({ start: match.index, end, articles, targets: toTargets(articles, pinpoints), marked });
  }
  return found;
}

function readNumbers(words: string, suffix: number): ArticleNumber[] {
  if (SINGLE.test(words)) {
    const number = chineseToNumber(words);
    return number === null || number === 0 ? [] : [{ number, suffix }];
  }
  const range = /^(.*?)(?:至|到|[-—–~～－])\s?(?:第\s?)?([^至到]+)$/u.exec(words);
  const listed = (range?.[1] ?? words)
    .split(/[、，,和及与或]|以及/u)
    .map((part) => chineseToNumber(part.replace(/第/g, '')));
  const last = range ? chineseToNumber(range[2] ?? '') : null;
  if (listed.some((value) => value === null || value === 0) || (range && last === null)) return [];
  const numbers = listed.flatMap((value) => (value === null ? [] : [{ number: value, suffix: 0 }]));
  const final = numbers.at(-1);
  if (last !== null && final) return [...numbers.slice(0, -1), ...expandRange(final, { number: last, suffix })];
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

interface Pinpoint {
  paragraph: number | null;
  item: number | null;
}

function readPinpoints(text: string, from: number): { end: number; pinpoints: Pinpoint[] } {
  const pinpoints: Pinpoint[] = [];
  let end = from;
  let paragraph: number | null = null;
  for (let guard = 0; guard < 12; guard += 1) {
    PARAGRAPHS.lastIndex = end;
    const paragraphs = PARAGRAPHS.exec(text);
    if (paragraphs) {
      end = PARAGRAPHS.lastIndex;
      const numbers = numbersIn(paragraphs[1] ?? '');
      paragraph = numbers.at(-1) ?? null;
      pinpoints.push(...numbers.map((value) => ({ paragraph: value, item: null })));
    }
    ITEMS.lastIndex = end;
    const items = ITEMS.exec(text);
    if (!paragraphs && !items) break;
    if (!items) continue;
    // 「（一）」 without 第 or 项 may be the first item of a list that follows; it belongs to a citation only with one of them.
    if (!/[第项]/.test(items[0])) break;
    end = ITEMS.lastIndex;
    const values = numbersIn(items[1] ?? items[2] ?? '');
    if (pinpoints.at(-1)?.item === null && pinpoints.at(-1)?.paragraph === paragraph) pinpoints.pop();
    pinpoints.push(...values.map((value) => ({ paragraph, item: value })));
  }
  return { end, pinpoints };
}

function numbersIn(words: string): number[] {
  return words.split(/[^0-9０-９零〇○一二两三四五六七八九十百千]+/u).flatMap((part) => {
    const value = part === '' ? null : chineseToNumber(part);
    return value === null ? [] : [value];
  });
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
