import type { Sentence } from '../sentences.ts';
import type { ReadingContext } from './reading-context.ts';

const LONGEST = 900;

/** Sentences of one line of a clause, as one. Offsets as of sentences. */
export function paragraphsOf({ sentences, text }: ReadingContext): Sentence[] {
  const runs: [Sentence, Sentence][] = [];
  for (const sentence of sentences) {
    const run = runs.at(-1);
    const joins =
      run !== undefined &&
      run[1].clause === sentence.clause &&
      run[1].from + run[1].text.length === sentence.from &&
      sentence.from + sentence.text.length - run[0].from <= LONGEST;
    if (joins) run[1] = sentence;
    else runs.push([sentence, sentence]);
  }
  return runs.map(([first, last]) => ({
    ...first,
    text: text.slice(first.from, last.from + last.text.length),
    end: last.end,
  }));
}
