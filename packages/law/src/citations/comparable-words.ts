import { chineseToNumber } from '../numerals.ts';

/** A character that counts, or a whole number: `key` is equal for numbers of one value, `shown` is as written. */
export interface Word {
  key: string;
  shown: string;
}

const SKIPPED = /[\s\u3000\p{P}\p{S}\u200b]/u;
const NUMERAL = '零〇○一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟';
const NUMBER = new RegExp(
  `百分之(?:[${NUMERAL}]+|\\d+(?:\\.\\d+)?)|\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?\\s?[万亿千百]{0,2}\\s?%?|[${NUMERAL}]+`,
  'gu',
);

/**
 * The words of a text for comparison: no punctuation, no white space, full-width forms folded, and each number one word
 * that is the same in Arabic and in Chinese digits. 「五日」 is no part of 「十五日」.
 */
export function comparableWords(text: string): Word[] {
  const plain = foldWidth(text);
  const words: Word[] = [];
  let from = 0;
  const characters = (until: number) => {
    for (; from < until; from += 1) {
      const character = plain.charAt(from);
      if (!SKIPPED.test(character)) words.push({ key: character, shown: character });
    }
  };
  for (const match of plain.matchAll(NUMBER)) {
    characters(match.index);
    const value = numberKey(match[0]);
    if (value === null) continue;
    words.push({ key: `<${value}>`, shown: match[0].trim() });
    from = match.index + match[0].length;
  }
  characters(plain.length);
  return words;
}

export const keysOf = (words: readonly Word[]): string => words.map(({ key }) => key).join('');

/** One UTF-16 unit stays one, so that lengths are kept. */
function foldWidth(text: string): string {
  return text.replace(/[！-～]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

function numberKey(written: string): string | null {
  const percent = /^百分之(.+)$/u.exec(written)?.[1];
  if (percent !== undefined) {
    const value = wholeValue(percent);
    return value === null ? null : `${value}%`;
  }
  const share = /%$/u.test(written) ? '%' : '';
  const value = wholeValue(written.replace(/[%\s]/gu, ''));
  return value === null ? null : `${value}${share}`;
}

function wholeValue(written: string): number | null {
  const arabic = /^([\d,，]+(?:\.\d+)?)([万亿千百]*)$/u.exec(written);
  if (arabic) return Number((arabic[1] ?? '').replace(/[,，]/gu, '')) * scaleOf(arabic[2] ?? '');
  const [high, low] = splitAt(written, '亿');
  const [tenThousands, rest] = splitAt(low, '万');
  const parts = [high, tenThousands, rest].map((part) => (part === null ? 0 : part === '' ? 0 : chineseToNumber(part)));
  if (parts.some((part) => part === null) || /^[万亿]/u.test(written)) return null;
  const [a = 0, b = 0, c = 0] = parts as number[];
  return a * 1e8 + b * 1e4 + c;
}

function splitAt(written: string, unit: string): [before: string | null, after: string] {
  const at = written.indexOf(unit);
  return at === -1 ? [null, written] : [written.slice(0, at), written.slice(at + 1)];
}

const SCALES: Record<string, number> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
const scaleOf = (units: string) => [...units].reduce((scale, unit) => scale * (SCALES[unit] ?? 1), 1);
