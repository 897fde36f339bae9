import { lexicalTokens } from './lexical-tokens.ts';

/** Everything of a lexical index, in arrays that are saved as they are. Term t's postings are `starts[t]` … `starts[t + 1]`. */
export interface LexicalData {
  /** UTF-8, one term a line. */
  terms: Uint8Array;
  starts: Uint32Array;
  places: Uint32Array;
  counts: Uint8Array;
  /** Tokens of each document. */
  lengths: Uint16Array;
}

export interface LexicalIndex {
  /** BM25 of every document for a question; the array is used again by the next call. */
  score(question: string): Float32Array;
}

/** BM25's usual constants: how fast repetition stops counting, how much a long document is held back. */
const REPETITION = 1.2;
const LENGTH = 0.75;

/** Collects documents one by one, so that the caller can stop, breathe and report in between. */
export function createLexicalBuilder() {
  const numbers = new Map<string, number>();
  const postings: { places: number[]; counts: number[] }[] = [];
  const lengths: number[] = [];
  return {
    add(text: string) {
      const place = lengths.length;
      const tokens = lexicalTokens(text);
      lengths.push(Math.min(tokens.length, 65_535));
      for (const token of tokens) {
        const number = numbers.get(token);
        const posting = number === undefined ? undefined : postings[number];
        if (posting === undefined) {
          numbers.set(token, postings.length);
          postings.push({ places: [place], counts: [1] });
        } else if (posting.places.at(-1) === place) {
          const last = posting.counts.length - 1;
          posting.counts[last] = Math.min((posting.counts[last] ?? 0) + 1, 255);
        } else {
          posting.places.push(place);
          posting.counts.push(1);
        }
      }
    },
    finish(): LexicalData {
      const starts = new Uint32Array(postings.length + 1);
      for (const [term, { places }] of postings.entries()) starts[term + 1] = (starts[term] ?? 0) + places.length;
      const size = starts[postings.length] ?? 0;
      const data = { places: new Uint32Array(size), counts: new Uint8Array(size) };
      for (const [term, { places, counts }] of postings.entries()) {
        data.places.set(places, starts[term] ?? 0);
        data.counts.set(counts, starts[term] ?? 0);
      }
      const terms = Buffer.from([...numbers.keys()].join('\n'), 'utf8');
      return { ...data, terms, starts, lengths: Uint16Array.from(lengths) };
    },
  };
}

export function createLexicalIndex({ terms, starts, places, counts, lengths }: LexicalData): LexicalIndex {
  const names = Buffer.from(terms.buffer, terms.byteOffset, terms.byteLength).toString('utf8').split('\n');
  const numbers = new Map(names.map((name, number) => [name, number]));
  const size = lengths.length;
  let tokens = 0;
  for (const length of lengths) tokens += length;
  const average = tokens / Math.max(size, 1) || 1;
  const holdBack = Float32Array.from(lengths, (length) => REPETITION * (1 - LENGTH + (LENGTH * length) / average));
  const scores = new Float32Array(size);

  return {
    score(question) {
      scores.fill(0);
      const asked = new Map<string, number>();
      for (const token of lexicalTokens(question)) asked.set(token, (asked.get(token) ?? 0) + 1);
      for (const [token, times] of asked) {
        const term = numbers.get(token);
        if (term === undefined) continue;
        const from = starts[term] ?? 0;
        const to = starts[term + 1] ?? 0;
        const idf = Math.log(1 + (size - (to - from) + 0.5) / (to - from + 0.5));
        const weight = idf * (REPETITION + 1) * Math.min(times, 3);
        for (let at = from; at < to; at += 1) {
          const place = places[at] ?? 0;
          const count = counts[at] ?? 0;
          scores[place] = (scores[place] ?? 0) + (weight * count) / (count + (holdBack[place] ?? 1));
        }
      }
      return scores;
    },
  };
}
