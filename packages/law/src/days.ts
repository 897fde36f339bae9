import { chineseToNumber } from './numerals.ts';

const DIGITS = '0-9０-９零〇○一二三四五六七八九十';

/** A date in Arabic, full-width or Chinese digits, as a source for regular expressions: year, month, day. */
export const DATE_PATTERN = `([12１２一二][${DIGITS}]{3})\\s*年\\s*([${DIGITS}]{1,3})\\s*月\\s*([${DIGITS}]{1,3})\\s*日`;

const YEAR_DIGITS: Record<string, string> = {
  零: '0',
  〇: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

function readYear(text: string): number {
  return Number([...text.normalize('NFKC')].map((digit) => YEAR_DIGITS[digit] ?? digit).join(''));
}

/** `YYYY-MM-DD` when the three parts name a day that exists in 1900 … 2199, else null. */
export function toDay(year: string, month: string, day: string): string | null {
  const [y, m, d] = [readYear(year), chineseToNumber(month), chineseToNumber(day)];
  if (!Number.isInteger(y) || y < 1900 || y > 2199 || m === null || d === null) return null;
  const iso = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** Every date of a text in order, with the words up to the next date. */
export function datesIn(text: string): { day: string; index: number; end: number; after: string }[] {
  const found: { day: string; index: number; end: number; after: string }[] = [];
  const matches = [...text.matchAll(new RegExp(DATE_PATTERN, 'gu'))];
  for (const [index, match] of matches.entries()) {
    const day = toDay(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    if (day === null) continue;
    const end = match.index + match[0].length;
    found.push({
      day,
      index: match.index,
      end,
      after: text.slice(end, matches[index + 1]?.index ?? text.length).trim(),
    });
  }
  return found;
}

/** The `(YYYY-MM-DD)` of a file name; null when there is none. */
export function dayOfFileName(file: string): string | null {
  const name = file.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const matches = [...name.matchAll(/[(（](\d{4})-(\d{2})-(\d{2})[)）]/g)];
  const match = matches.at(-1);
  return match ? toDay(match[1] ?? '', match[2] ?? '', match[3] ?? '') : null;
}
