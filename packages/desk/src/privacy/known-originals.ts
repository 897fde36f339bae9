import type { Span } from './find-numbers.ts';

const keyLength = 2;

/** Finds known words in a text, the longest at each place. Linear: a word is looked for only where its first two characters are. */
export function createKnownWords() {
  const kinds = new Map<string, string>();
  const lengths = new Map<string, number[]>();
  return {
    add(word: string, kind: string): void {
      if (word.length < keyLength || kinds.has(word)) return;
      kinds.set(word, kind);
      const key = word.slice(0, keyLength);
      const known = lengths.get(key) ?? [];
      if (known.includes(word.length)) return;
      lengths.set(
        key,
        [...known, word.length].sort((a, b) => b - a),
      );
    },
    /** The words that stand in `text` from `from` to `to`, in order and apart. */
    find(text: string, from: number, to: number): Span[] {
      const spans: Span[] = [];
      if (kinds.size === 0) return spans;
      for (let start = from; start < to - 1; ) {
        const candidates = lengths.get(text.slice(start, start + keyLength));
        const length = candidates?.find((size) => start + size <= to && kinds.has(text.slice(start, start + size)));
        if (length !== undefined) {
          spans.push({ kind: kinds.get(text.slice(start, start + length)) ?? '姓名', start, end: start + length });
        }
        start += length ?? 1;
      }
      return spans;
    },
  };
}
