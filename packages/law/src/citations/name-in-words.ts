import { knownNameAtEnd } from './known-names.ts';

const LAST_CHARACTER = /[法典例释定则）]/gu;
const LONGEST = 60;
/** 公司法人, 继承法定份额, 刑法律师: no names of laws. */
const OTHER_WORD = /^[人律定官院庭规医治]/u;
/** 「不适用刑法」: named to be set aside. */
const SET_ASIDE = /(?:不适用|不属于|不同于|区别于|有别于|而非|而不是|并非|不是|不受)(?:由)?$/u;

/** Laws by their well-known names or their titles in words without book marks, in order. */
export function nameInWords(words: string, titleAtEnd: (text: string) => number): { start: number; name: string }[] {
  const found: { start: number; name: string }[] = [];
  for (const { index } of words.matchAll(LAST_CHARACTER)) {
    const stretch = words.slice(Math.max(0, index + 1 - LONGEST), index + 1);
    const length = Math.max(knownNameAtEnd(stretch), titleAtEnd(stretch));
    const start = index + 1 - length;
    if (length < 2 || OTHER_WORD.test(words.charAt(index + 1))) continue;
    if (SET_ASIDE.test(words.slice(Math.max(0, start - 5), start))) continue;
    // 「民法典合同编解释」 ends with no name that ended before it; the longer one is meant.
    while ((found.at(-1)?.start ?? -1) >= start) found.pop();
    found.push({ start, name: words.slice(start, index + 1) });
  }
  return found;
}
