import { knownNameAtEnd } from './known-names.ts';

const LAST_CHARACTER = /[法典例释定则）]/gu;
const LONGEST = 60;

/** Laws by their well-known names or their titles in words without book marks, in order. */
export function nameInWords(words: string, titleAtEnd: (text: string) => number): { start: number; name: string }[] {
  const found: { start: number; name: string }[] = [];
  for (const { index } of words.matchAll(LAST_CHARACTER)) {
    const stretch = words.slice(Math.max(0, index + 1 - LONGEST), index + 1);
    const length = Math.max(knownNameAtEnd(stretch), titleAtEnd(stretch));
    if (length < 2) continue;
    const start = index + 1 - length;
    // 「民法典合同编解释」 ends with no name that ended before it; the longer one is meant.
    while ((found.at(-1)?.start ?? -1) >= start) found.pop();
    found.push({ start, name: words.slice(start, index + 1) });
  }
  return found;
}
