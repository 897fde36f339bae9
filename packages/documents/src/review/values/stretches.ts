import { CAPITALS, capitalsOf, moneyOf } from '../numbers.ts';
import type { Sentence } from '../sentences.ts';
import type { ReadingContext } from './reading-context.ts';

/** Longer stretches are cut, so that what reads them stays cheap. */
const LONGEST = { stretch: 1200, outer: 4000 };

/** Sentences of one clause up to a full stop, as one: a list with semicolons is one statement. Offsets as of sentences. */
export function stretchesOf({ sentences, text }: ReadingContext): Sentence[] {
  return joined(
    text,
    sentences,
    LONGEST.stretch,
    (last, next) => last.clause === next.clause && !/[。！？]$/u.test(last.text),
  );
}

/** Everything that stands under one outermost number, as one. */
export function outerClausesOf({ sentences, text }: ReadingContext): Sentence[] {
  const outer = ({ clause }: Sentence) => clause.path[0] ?? clause.kind;
  return joined(text, sentences, LONGEST.outer, (last, next) => outer(last) === outer(next));
}

function joined(
  text: string,
  sentences: readonly Sentence[],
  longest: number,
  belongs: (last: Sentence, next: Sentence) => boolean,
): Sentence[] {
  const runs: [Sentence, Sentence][] = [];
  for (const sentence of sentences) {
    const run = runs.at(-1);
    const length = sentence.from + sentence.text.length - (run?.[0].from ?? 0);
    if (run && length <= longest && belongs(run[1], sentence)) run[1] = sentence;
    else runs.push([sentence, sentence]);
  }
  return runs.map(([first, last]) => ({
    ...first,
    text: text.slice(first.from, last.from + last.text.length),
    end: last.end,
  }));
}

/** A sum where it stands; one that is said in figures and in capitals is one. */
export interface StatedSum {
  value: number;
  /** As written first. */
  words: string;
  /** Offsets in the text given. */
  start: number;
  end: number;
  /** What stands between the sum before (or the beginning) and this. */
  before: string;
}

const SUMS = new RegExp(`${CAPITALS}|(?<![\\d.])\\d{1,12}(?:\\.\\d{1,4})?(?:万|亿|千)?元`, 'gu');
const SAME_SUM = /^[整正]?[（【]?(?:[，]?(?:大写|小写|人民币|RMB|￥|¥|即|计|：|为)){0,5}$/u;

export function readSums(text: string): StatedSum[] {
  const sums: StatedSum[] = [];
  for (const match of text.matchAll(SUMS)) {
    const [words] = match;
    const value = /^\d/u.test(words) ? moneyOf(words) : capitalsOf(words);
    const last = sums.at(-1);
    const between = text.slice(last?.end ?? 0, match.index);
    const end = match.index + words.length;
    if (!(value > 0)) continue;
    if (last && SAME_SUM.test(between) && /[（【大小即]/u.test(between)) last.end = end;
    else sums.push({ value, words, start: match.index, end, before: between });
  }
  return sums;
}

/** Whether the total is reached by adding some of the sums, each taken once or as often as one of its counts says. */
export function addsUp(total: number, sums: readonly { value: number; counts: readonly number[] }[]): boolean {
  let reached = new Set<number>([0]);
  for (const { value, counts } of sums) {
    const next = new Set(reached);
    for (const start of reached) {
      for (const count of [1, ...counts]) next.add(Math.round((start + value * count) * 100) / 100);
      if (next.size > 20_000) return true;
    }
    reached = next;
  }
  return [...reached].some((one) => Math.abs(one - total) < 1);
}
