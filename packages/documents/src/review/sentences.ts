import type { FoldedText } from './folded-text.ts';
import type { Clause } from './split-clauses.ts';

/** A sentence of the folded text. `from` is its offset there; `start`/`end` are offsets in the original. */
export interface Sentence {
  text: string;
  from: number;
  start: number;
  end: number;
  clause: Clause;
}

/** No sentence of a contract is longer; what is gets cut so that every pattern stays cheap. */
const MAX_SENTENCE = 400;

/** Sentences of all clauses in order; numbers and titles of clauses are not part of any. */
export function readSentences(folded: FoldedText, clauses: readonly Clause[]): Sentence[] {
  const sentences: Sentence[] = [];
  let position = 0;
  for (const clause of clauses) {
    while (position < folded.text.length && (folded.origin[position] ?? 0) < clause.bodyStart) position += 1;
    let from = position;
    while (position < folded.text.length && (folded.origin[position] ?? 0) < clause.end) {
      const stops = /[。；！？\n]/u.test(folded.text[position] ?? '');
      position += 1;
      if (stops || position - from >= MAX_SENTENCE) {
        add(sentences, folded, from, position, clause);
        from = position;
      }
    }
    add(sentences, folded, from, position, clause);
  }
  return sentences;
}

function add(sentences: Sentence[], { text, origin }: FoldedText, from: number, to: number, clause: Clause) {
  let [first, last] = [from, to];
  while (first < last && text[first] === '\n') first += 1;
  while (last > first && text[last - 1] === '\n') last -= 1;
  if (last <= first) return;
  const start = origin[first] ?? 0;
  sentences.push({ text: text.slice(first, last), from: first, start, end: (origin[last - 1] ?? start) + 1, clause });
}
