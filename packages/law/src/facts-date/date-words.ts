import { addDays } from '../calendar/day-arithmetic.ts';
import { chineseToNumber } from '../numerals.ts';
import { dayOf, firstDayOf, lastDayOf, springFestivalOf, yearOf } from './calendar-days.ts';
import { around, type DateSpan, inMonth, inMonths, inYear, onDay } from './date-span.ts';

const DIGIT = '0-9０-９';
export const SMALL = `[${DIGIT}零〇一二三四五六七八九十]{1,3}`;
/** 「2019」, 「二〇一九」. */
export const FULL_YEAR = `(?:[12１２][90０９][${DIGIT}]{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})`;
/** 「19」, 「零八」, 「九八」. */
export const SHORT_YEAR = `(?:[${DIGIT}]{2}|[〇零○一二三四五六七八九]{2})`;
/** Not 「上一年级」, and not an age: 「今年五十二岁」. */
export const RELATIVE_YEAR =
  '(?:大前年|前年|去年|上一?年|今年|本年|明年|后年)(?!级|(?:才|刚|快|都|已经|马上|也就)?[0-9０-９一二三四五六七八九十]{1,3}(?:[岁了，。,、]|周岁|多岁|$))';
export const PART_OF_MONTH = '月?初|上旬|中旬|下旬|月?底|月?末';
export const PART_OF_YEAR =
  '年?初|年?底|年?末|年中|上半年|下半年|[春夏秋冬](?:天|季)?(?!节)|开春|入[夏秋冬]|暑假|寒假|[一二三四1-4]季度|第[一二三四]季度';
export const FESTIVAL =
  '春节|过完年|过年|十一(?=期间|假期|长假|黄金周)|大年初[一二三四五六七八]|大年三十|年三十|除夕|正月|腊月|元宵节?|清明节?|(?<![0-9零一二三四五六七八九十百千万两])[五六]一(?![0-9十百千万个台])|劳动节|端午节?|中秋节?|国庆节?|元旦|双十一|双11';

const DIGITS = '零一二三四五六七八九';
const asDigits = (text: string) =>
  Number(
    [...text.normalize('NFKC').replace(/[〇○]/g, '零')]
      .map((sign) => (DIGITS.includes(sign) ? DIGITS.indexOf(sign) : sign))
      .join(''),
  );

/** 「2019」 and 「二〇一九」 as they are; of two digits the year not after `asked` that is nearest to it, from 1950 on. */
export function readYear(text: string, askedYear: number): number | null {
  const value = asDigits(text);
  if (!Number.isInteger(value)) return null;
  if (value >= 1900 && value <= 2199) return value;
  if (value > 99) return null;
  const century = Math.floor(askedYear / 100) * 100;
  if (value <= askedYear % 100) return century + value;
  return value >= 50 ? century - 100 + value : century + value;
}

const OFFSETS: Record<string, number> = { 大前年: -3, 前年: -2, 去年: -1, 上年: -1, 上一年: -1, 明年: 1, 后年: 2 };
export const readRelativeYear = (text: string, askedYear: number) => askedYear + (OFFSETS[text] ?? 0);

/** 1 … 12; null for anything else. */
export function readMonth(text: string): number | null {
  const month = chineseToNumber(text);
  return month !== null && month >= 1 && month <= 12 ? month : null;
}

/** A month with a day (「15」) or a part (「初」, 「中旬」) of it; null where the day does not exist. */
export function readInMonth(
  year: number,
  month: number,
  day: string | undefined,
  part: string | undefined,
): DateSpan | null {
  if (day !== undefined) {
    const number = chineseToNumber(day);
    const exact = number === null ? null : dayOf(year, month, number);
    return exact === null ? null : onDay(exact);
  }
  if (part === undefined) return inMonth(year, month);
  const [first, last] = /初|上旬/.test(part) ? [1, 10] : /中旬/.test(part) ? [11, 20] : [21, 31];
  const to = dayOf(year, month, last) ?? lastDayOf(year, month);
  return { ...around(addDays(firstDayOf(year, month), first - 1), to, 'month') };
}

/** 「年底」, 「下半年」, 「冬天」 of a year. */
export function readPartOfYear(year: number, part: string | undefined): DateSpan {
  if (part === undefined) return inYear(year);
  if (/季度/.test(part)) {
    const quarter = chineseToNumber(part.replace(/[第季度]/g, '')) ?? 1;
    return inMonths(year, quarter * 3 - 2, quarter * 3);
  }
  const months: [RegExp, number, number][] = [
    [/上半年/, 1, 6],
    [/下半年/, 7, 12],
    [/年中/, 6, 7],
    [/暑假/, 7, 8],
    [/寒假/, 1, 2],
    [/春/, 3, 5],
    [/夏/, 6, 8],
    [/秋/, 9, 11],
    [/冬/, 12, 14],
    [/初/, 1, 2],
    [/[底末]/, 12, 12],
  ];
  const [, first, last] = months.find(([pattern]) => pattern.test(part)) ?? [/./, 1, 12];
  return inMonths(year, first, last);
}

/** The days about a festival of a year; `side` is 「前」, 「后」 or nothing. Said to the month, since the words are loose. */
export function readFestival(year: number, name: string, side: string | undefined): DateSpan {
  const spring = springFestivalOf(year);
  if (/正月/.test(name)) return { ...around(spring, addDays(spring, 28), 'month') };
  if (/腊月/.test(name)) {
    const next = springFestivalOf(year + 1);
    return around(addDays(next, -29), addDays(next, -1), 'month');
  }
  const shifts: [RegExp, string][] = [
    [/除夕|三十/, addDays(spring, -1)],
    [/元宵/, addDays(spring, 14)],
    [/初([二三四五六七八])/, addDays(spring, (chineseToNumber(name.at(-1) ?? '') ?? 1) - 1)],
    [/春节|过完?年|初一/, spring],
    [/清明/, `${year}-04-05`],
    [/五一|劳动节/, `${year}-05-01`],
    [/六一/, `${year}-06-01`],
    [/端午/, `${year}-06-10`],
    [/中秋/, `${year}-09-22`],
    [/国庆|^十一$/, `${year}-10-01`],
    [/双/, `${year}-11-11`],
  ];
  const day = shifts.find(([pattern]) => pattern.test(name))?.[1] ?? `${year}-01-01`;
  if (side === undefined && /除夕|三十|初|元宵/.test(name)) return onDay(day);
  const later = side?.includes('后') || name === '过完年';
  const [before, after] = side?.includes('前') ? [-14, -1] : later ? [1, 14] : [-3, 6];
  const span = around(addDays(day, before), addDays(day, after), 'month');
  return side === undefined && !later ? { ...span, day } : span;
}

/** The newest year for which `span(year)` does not begin after `askedOn`. */
export function lastBegun(askedOn: string, span: (year: number) => DateSpan | null): DateSpan | null {
  for (const year of [
    yearOf(askedOn),
    yearOf(askedOn) - 1,
    yearOf(askedOn) - 2,
    yearOf(askedOn) - 3,
    yearOf(askedOn) - 4,
  ]) {
    const found = span(year);
    if (found !== null && found.from <= askedOn) return found;
  }
  return null;
}
