import type { TextParagraph } from './paragraph-text.ts';

/** A stretch of the text: offsets in UTF-16 units within the paragraphs of these indices, `to` not included. */
export interface TextRange {
  from: { paragraph: number; offset: number };
  to: { paragraph: number; offset: number };
}

const space = /[\s\u200b\u00ad]/;

/** A finder of quotes in `paragraphs`: the words as they stand first, then whatever the spaces and line ends are. */
export function quoteFinder(paragraphs: readonly TextParagraph[]) {
  const starts: number[] = [];
  let stream = '';
  for (const { text } of paragraphs) {
    starts.push(stream.length);
    stream += `${text}\n`;
  }
  let folded: Folded | undefined;

  const placeOf = (at: number) => {
    const paragraph = lastAtMost(starts, at);
    return { paragraph, offset: at - (starts[paragraph] ?? 0) };
  };
  const rangeOf = (from: number, last: number): TextRange => {
    const end = placeOf(last);
    return { from: placeOf(from), to: { ...end, offset: end.offset + 1 } };
  };

  return {
    /** Where the paragraph starts in the whole text, its lines joined by \n. */
    startOf: (paragraph: number): number => starts[paragraph] ?? stream.length,
    /** The quote's `occurrence`-th place, counted from 1 without overlaps; null where there are fewer. */
    find(quote: string, occurrence = 1): TextRange | null {
      const exact = quote.trim();
      if (/\p{Surrogate}/u.test(exact)) return null;
      const at = occurrences(stream, exact)[occurrence - 1];
      if (at !== undefined) return rangeOf(at, at + exact.length - 1);
      folded ??= fold(stream);
      const { text, origin } = folded;
      const wanted = fold(exact).text;
      const all = occurrences(text, wanted).map((first) =>
        rangeOf(origin[first] ?? 0, origin[first + wanted.length - 1] ?? 0),
      );
      const within = all.filter(({ from, to }) => from.paragraph === to.paragraph);
      return (within.length > 0 && !exact.includes('\n') ? within : all)[occurrence - 1] ?? null;
    },
  };
}

interface Folded {
  text: string;
  origin: number[];
}

function fold(text: string): Folded {
  const origin: number[] = [];
  const kept: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (space.test(unit)) continue;
    kept.push(unit);
    origin.push(at);
  }
  return { text: kept.join(''), origin };
}

function occurrences(text: string, wanted: string): number[] {
  const found: number[] = [];
  if (wanted === '') return found;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) found.push(at);
  return found;
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
