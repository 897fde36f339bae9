import { bigrams } from './bigrams.ts';

const START = /(?:自|从)(?<what>[^，。；自从]{2,30}?)(?:(?:之日|那天|那一天|当天|之时|时)起?|起|开始)/gu;
const LEARNING = /知道|得知|知悉|发现|应知/u;
const SAME_START = 0.5;

/** The point from which a claim counts a period, where the provision counts from another: from the harm, not its knowledge. */
export function otherStarts(claim: string, provision: string): string[] {
  const there = starts(provision);
  return starts(claim).flatMap((here) => {
    if (there.length === 0) return [];
    const alike = there.filter((start) => share(here, start) >= SAME_START);
    if (alike.some((start) => LEARNING.test(start) === LEARNING.test(here))) return [];
    const turned = alike[0] ?? (LEARNING.test(here) ? undefined : there.find((start) => LEARNING.test(start)));
    return turned ? [`条文从“${turned}”起算，这里从“${here}”起算`] : [];
  });
}

const starts = (text: string) => [...text.matchAll(START)].map(({ groups }) => groups?.what ?? '');

function share(here: string, there: string): number {
  const own = bigrams(here);
  return own.filter((pair) => bigrams(there).includes(pair)).length / Math.max(1, own.length);
}
