import { comparableWords, keysOf, type Word } from './comparable-words.ts';

/** What a quotation has and its source has in the same place; one of the two may be empty. */
export interface Change {
  said: string;
  written: string;
}

export interface Comparison {
  /** Share of the quotation's words that stand in the source, 0…1. */
  similarity: number;
  changes: Change[];
}

/** 「……」, 「（略）」, or the beginning of an item, before which others may be left out. */
const JOINT = /…+|\.{3,}|[（(]略[）)]|(?=[（(][一二三四五六七八九十]{1,3}[）)])/u;
const MOST_CELLS = 2_000_000;

/**
 * Whether a quotation stands in a text word for word, in whole or in part; 「……」 in it stands for words left out.
 * Punctuation and white space do not count, and neither do the digits that a number is written in.
 */
export function isQuotedFrom(quote: string, text: string): boolean {
  return quoteFinder(text)(quote);
}

/** `isQuotedFrom` for many quotations of one text. */
export function quoteFinder(text: string): (quote: string) => boolean {
  const source = keysOf(comparableWords(text));
  return (quote) => {
    let from = 0;
    for (const piece of quote.split(JOINT)) {
      const wanted = keysOf(comparableWords(piece));
      if (wanted === '') continue;
      const at = source.indexOf(wanted, from);
      if (at === -1) return false;
      from = at + wanted.length;
    }
    return true;
  };
}

/** How a quotation differs from the stretch of the source that is most like it; null when both are too long to align. */
export function compareQuotation(quote: string, text: string): Comparison | null {
  const source = comparableWords(text);
  const keys = keysOf(source);
  const changes: Change[] = [];
  let [length, cost] = [0, 0];
  for (const piece of quote.split(JOINT)) {
    const words = comparableWords(piece);
    length += words.length;
    if (words.length === 0 || keys.includes(keysOf(words))) continue;
    const aligned = align(words, source);
    if (aligned === null) return null;
    cost += aligned.cost;
    changes.push(...aligned.changes);
  }
  return { similarity: length === 0 ? 0 : 1 - cost / length, changes };
}

/** The cheapest way to turn a quotation into some stretch of the source (both ends of the source are free). */
function align(quote: readonly Word[], source: readonly Word[]): { cost: number; changes: Change[] } | null {
  const width = source.length + 1;
  if ((quote.length + 1) * width > MOST_CELLS) return null;
  const costs = new Uint16Array((quote.length + 1) * width);
  for (let row = 1; row <= quote.length; row += 1) {
    costs[row * width] = row;
    for (let column = 1; column < width; column += 1) {
      const same = quote[row - 1]?.key === source[column - 1]?.key;
      const step = (costs[(row - 1) * width + column - 1] ?? 0) + (same ? 0 : 1);
      const more = (costs[(row - 1) * width + column] ?? 0) + 1;
      const less = (costs[row * width + column - 1] ?? 0) + 1;
      costs[row * width + column] = Math.min(step, more, less);
    }
  }
  let column = 0;
  const last = quote.length * width;
  for (let at = 1; at < width; at += 1) if ((costs[last + at] ?? 0) < (costs[last + column] ?? 0)) column = at;
  return { cost: costs[last + column] ?? 0, changes: changesOf(quote, source, costs, column) };
}

function changesOf(quote: readonly Word[], source: readonly Word[], costs: Uint16Array, end: number): Change[] {
  const width = source.length + 1;
  const cost = (row: number, column: number) => costs[row * width + column] ?? 0;
  const changes: Change[] = [];
  let [row, column] = [quote.length, end];
  let open = false;
  const change = (said: string, written: string) => {
    const last = changes.at(-1);
    if (open && last) {
      last.said = said + last.said;
      last.written = written + last.written;
    } else changes.push({ said, written });
    open = true;
  };
  while (row > 0) {
    const said = quote[row - 1];
    const written = column > 0 ? source[column - 1] : undefined;
    if (written && said?.key === written.key && cost(row, column) === cost(row - 1, column - 1)) {
      open = false;
      row -= 1;
      column -= 1;
    } else if (written && cost(row, column) === cost(row - 1, column - 1) + 1) {
      change(said?.shown ?? '', written.shown);
      row -= 1;
      column -= 1;
    } else if (cost(row, column) === cost(row - 1, column) + 1) {
      change(said?.shown ?? '', '');
      row -= 1;
    } else {
      change('', written?.shown ?? '');
      column -= 1;
    }
  }
  return changes.reverse();
}
