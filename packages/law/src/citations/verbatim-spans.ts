import { plainWords } from './plain-words.ts';

const ENOUGH = 12;
const REACH = 300;

/** Remembers which stretches of a text are a provision's own words, found right after the citation of it. */
export function createVerbatimSpans(text: string) {
  const plain = plainWords(text);
  const linesOf = new Map<string, string[]>();
  const spans: { start: number; end: number }[] = [];

  /** Index in the plain words of the first character at or after an offset of the text. */
  const indexAt = (offset: number) => {
    let low = 0;
    let high = plain.offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((plain.offsets[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    /** Looks for each line (款, 项) of a provision in the words after its citation. */
    add(after: number, provisionText: string) {
      const from = indexAt(after);
      const window = plain.words.slice(from, from + REACH + provisionText.length);
      let at = 0;
      const lines = linesOf.get(provisionText) ?? provisionText.split('\n').map((line) => plainWords(line).words);
      linesOf.set(provisionText, lines);
      for (const words of lines) {
        if (words.length < ENOUGH) continue;
        const found = window.indexOf(words, at);
        if (found === -1) continue;
        at = found + words.length;
        const start = plain.offsets[from + found];
        const end = plain.offsets[from + at - 1];
        if (start !== undefined && end !== undefined) spans.push({ start, end: end + 1 });
      }
    },
    contains: (start: number, end: number) => {
      // Citations come in order, so the newest spans are the near ones; a few are enough.
      for (let index = spans.length - 1; index >= Math.max(0, spans.length - 60); index -= 1) {
        const span = spans[index];
        // The last character of a reference may be a bracket, which plain words leave out.
        if (span && span.start <= start + 1 && end <= span.end + 3) return true;
      }
      return false;
    },
  };
}
