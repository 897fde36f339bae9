import { assertsNothing } from './asserts-nothing.ts';
import type { ClaimSentence } from './support-types.ts';

/** Sentence ends outside brackets and quotation marks, and line ends. */
const SENTENCE = /(?:“[^”\n]*”|「[^」\n]*」|《[^》\n]*》|（[^）\n]*）|[^。！？!?；\n])+[。！？!?；]*/gu;
const LIST_MARK =
  /^[\s\u3000]*(?:[-*•·#>]+|\d+[.、．)）]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、)?[\s\u3000]*/u;
/** A sentence that goes on with the provision just cited: 「该条还规定……」, 「也就是说，……」. */
const GOES_ON =
  /^(?:该|此|上述|本|前述)(?:条|款|项|规定|法)|^(?:也就是说|换句话说|即|其中|同时|此外|但|但是|不过|这意味着|据此|因此|所以)/u;

/**
 * Cuts an answer into its claims: each sentence that rests on a citation, with those citations. Citations are taken from
 * where they stand (`start`, `end`), as `checkCitations` returns them. A sentence that only points to a provision
 * (「参见《…》第十条。」) lends it to the one before it on its line, and one that plainly goes on with the provision just
 * cited (「该条还规定……」) shares its citations. What cites nothing is no claim.
 */
export function claimsOf<Citation extends { start: number; end: number }>(
  text: string,
  citations: readonly Citation[],
): ClaimSentence<Citation>[] {
  const claims: ClaimSentence<Citation>[] = [];
  const upTo = takeInOrder(citations);
  let previous: (ClaimSentence<Citation> & { line: number }) | null = null;
  for (const sentence of sentencesOf(text)) {
    const line = text.lastIndexOf('\n', sentence.start);
    const before: ClaimSentence<Citation> | null = previous?.line === line ? previous : null;
    const own = upTo(sentence.end).filter(({ start }) => start >= sentence.start);
    if (own.length > 0 && before?.citations.length === 0 && pointsOnly(sentence.text)) {
      claims.push({ text: before.text, start: before.start, end: before.end, citations: own });
      previous = { ...sentence, citations: own, line };
      continue;
    }
    const shared: Citation[] = own.length === 0 && before && GOES_ON.test(sentence.text) ? before.citations : own;
    if (shared.length > 0) claims.push({ ...sentence, citations: shared });
    previous = { ...sentence, citations: shared, line };
  }
  return claims;
}

/** Gives, call by call, the citations before a growing end that were not given yet: a long text has thousands of both. */
function takeInOrder<Citation extends { start: number }>(citations: readonly Citation[]): (end: number) => Citation[] {
  const waiting = [...citations].sort((one, other) => one.start - other.start);
  let from = 0;
  return (end) => {
    let to = from;
    while ((waiting[to]?.start ?? end) < end) to += 1;
    const taken = waiting.slice(from, to);
    from = to;
    return taken;
  };
}

const pointsOnly = (sentence: string) => assertsNothing(sentence) && !/[？?]/u.test(sentence);

function sentencesOf(text: string): { text: string; start: number; end: number }[] {
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: raw, index }) => {
    const mark = LIST_MARK.exec(raw)?.[0].length ?? 0;
    const words = raw.slice(mark).trimEnd();
    const start = index + mark;
    return words === '' ? [] : [{ text: words, start, end: start + words.length }];
  });
}
