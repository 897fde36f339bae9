import type { ArticleNumber } from './article-label.ts';
import { chineseToNumber } from './numerals.ts';

const DIGITS = '0-9０-９零〇○一二三四五六七八九十百千';
/** 笫 is a misprint of 第 that real files have; a space may stand before 条 instead of after it. */
const START = new RegExp(
  `^[第笫]\\s*([${DIGITS}]+)(\\s*)条(?:\\s?之([一二三四五六七八九十\\d]+))?([\\s\\u3000]*)`,
  'u',
);
/** Words that go on after 「第…条」 in the middle of a sentence, where no article begins. */
const SENTENCE_GOES_ON = /^(?:[的、，,。；：和与及或至到款所中之）》”]|规定|第|以及|修改|后增加|中)/;

export interface ArticleLine {
  number: ArticleNumber;
  /** What follows the label. */
  rest: string;
  /** Set off from the text by white space (or alone on the line), as every regular file does. */
  spaced: boolean;
}

/** Reads a line that begins with 第…条; null when it does not or when the words go on as a sentence. */
export function readArticleLine(text: string): ArticleLine | null {
  const match = START.exec(text);
  if (!match) return null;
  const number = chineseToNumber(match[1] ?? '');
  const suffix = match[3] === undefined ? 0 : chineseToNumber(match[3]);
  if (number === null || suffix === null || number === 0) return null;
  const rest = text.slice(match[0].length);
  const spaced = match[4] !== '' || rest === '';
  if (!spaced && SENTENCE_GOES_ON.test(rest)) return null;
  return { number: { number, suffix }, rest, spaced };
}

/** Whether `next` is the article after `previous`; the first of a text may bear any number, as parts of codes do. */
export function continues(previous: ArticleNumber | null, next: ArticleNumber): boolean {
  if (previous === null) return true;
  if (next.suffix === 0) return next.number === previous.number + 1;
  return next.number === previous.number && next.suffix === previous.suffix + 1;
}

/** Splits a line in which several articles run on (「…。 第二条 …。 第三条 …」), where their numbers count up. */
export function splitRunOnArticles(text: string): string[] {
  const first = readArticleLine(text);
  if (!first) return [text];
  const pieces: string[] = [];
  let previous = first.number;
  let start = 0;
  for (const match of text.matchAll(
    /(?<=[。；：！？”）])[\s\u3000]+(?=第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?[\s\u3000])/gu,
  )) {
    const next = readArticleLine(text.slice(match.index + match[0].length));
    if (!next?.spaced || !continues(previous, next.number)) continue;
    pieces.push(text.slice(start, match.index));
    start = match.index + match[0].length;
    previous = next.number;
  }
  pieces.push(text.slice(start));
  // Where articles run on, so do their 款: a space after a full stop stands for the lost line end.
  return pieces.length === 1 ? pieces : pieces.map((piece) => piece.replace(/(?<=[。；：])[ \u3000]+/g, '\n'));
}
