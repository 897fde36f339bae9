import { yearOf } from './calendar-days.ts';
import { type DateSpan, inMonth } from './date-span.ts';
import {
  FESTIVAL,
  FULL_YEAR,
  lastBegun,
  PART_OF_MONTH,
  PART_OF_YEAR,
  RELATIVE_YEAR,
  readFestival,
  readInMonth,
  readMonth,
  readPartOfYear,
  readRelativeYear,
  readYear,
  SHORT_YEAR,
  SMALL,
} from './date-words.ts';

/** One way of saying a date. `read` gives null where the words turn out to be none. */
export interface DateForm {
  pattern: RegExp;
  read(match: RegExpExecArray, askedOn: string, text: string): DateSpan | null;
}

const MONTH = `(?<month>${SMALL})月份?的?(?:(?<day>${SMALL})[日号]|(?<part>${PART_OF_MONTH}))?`;
const SIDE = '(?<side>之?前|以前|前后|之?后|以后)?';
const FULL = `(?<full>${FULL_YEAR})年`;
const RELATIVE = `(?<relative>${RELATIVE_YEAR})`;
const SHORT = `(?<short>${SHORT_YEAR})年`;
const form = (source: string, read: DateForm['read']): DateForm => ({ pattern: new RegExp(source, 'gu'), read });

function yearIn(match: RegExpExecArray, askedOn: string): number | null {
  const { full, short, relative } = match.groups ?? {};
  if (relative !== undefined) return readRelativeYear(relative, yearOf(askedOn));
  const words = full ?? short;
  return words === undefined ? null : readYear(words, yearOf(askedOn));
}

function monthIn(match: RegExpExecArray, year: number): DateSpan | null {
  const month = readMonth(match.groups?.month ?? '');
  return month === null ? null : readInMonth(year, month, match.groups?.day, match.groups?.part);
}

/** A period, not a year: 「干了10年」, 「判10年」. */
const PERIOD_BEFORE =
  /(?:[了过满共近约有判干做住用租第每整期长到刑期限达婚隔交缴]|工作|至少|超过|将近|大概|差不多|一共|连续|已经|快|徒刑|缓刑|合同期?|年限|签)$/u;
const YEAR_AFTER =
  /^(?:的时候|那年|那会|入职|签|买|借|结婚|离婚|领证|开始|我|他|她|跟|和|在|给|把|被|出|立|装修|盖|建|分|办|进|租|注册|成立|开|写|打|写|欠|判|受|摔|退|投|订|登记|[，,]|就(?:开始|买|签|借|结婚|在|跟))/u;

export const DATED_FORMS: readonly DateForm[] = [
  form(
    `(?<![\\d.])(?<full>(?:19|20)\\d{2})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?![\\d])`,
    (match, askedOn) => {
      const year = yearIn(match, askedOn);
      return year === null ? null : monthIn(match, year);
    },
  ),
  form('(?<!\\d)(?<full>(?:19|20)\\d{2})(?<month>0[1-9]|1[0-2])(?<day>[0-2]\\d|3[01])(?!\\d)', (match, askedOn) => {
    const year = yearIn(match, askedOn);
    return year === null ? null : monthIn(match, year);
  }),
  form('(?<![\\d.])(?<full>20\\d{2})[-/.](?<month>0?[1-9]|1[0-2])(?![\\d.%万元]|\\s*[万元])', (match, askedOn) => {
    const year = yearIn(match, askedOn);
    return year === null ? null : monthIn(match, year);
  }),
  form(`(?:${FULL}|${RELATIVE}|(?<![\\d零〇一二三四五六七八九十第])${SHORT})的?${MONTH}`, (match, askedOn) => {
    const year = yearIn(match, askedOn);
    const month = readMonth(match.groups?.month ?? '');
    if (year === null || month === null) return null;
    // Of a day that does not exist, the month is what can be known.
    return monthIn(match, year) ?? inMonth(year, month);
  }),
  form(
    `(?:${FULL}|${RELATIVE}|(?<![\\d零〇一二三四五六七八九十第])${SHORT})的?(?<festival>${FESTIVAL})${SIDE}`,
    (match, askedOn) => {
      const year = yearIn(match, askedOn);
      return year === null ? null : readFestival(year, match.groups?.festival ?? '', match.groups?.side);
    },
  ),
  form(`(?:${FULL}|${RELATIVE})的?(?<season>${PART_OF_YEAR})?`, (match, askedOn) => {
    const year = yearIn(match, askedOn);
    return year === null ? null : readPartOfYear(year, match.groups?.season);
  }),
  form(`(?<![\\d零〇一二三四五六七八九十第.])${SHORT}(?<season>${PART_OF_YEAR})?`, (match, askedOn, text) => {
    const { short = '', season } = match.groups ?? {};
    const year = yearIn(match, askedOn);
    if (year === null || year > yearOf(askedOn)) return null;
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 6);
    if (PERIOD_BEFORE.test(before)) return null;
    const plainly = /^[0０零〇○9９九]/u.test(short) && !/^[多半]?[之以]?前|^以?[内后]|^[多来]/u.test(after);
    if (season === undefined && !plainly && !YEAR_AFTER.test(after)) return null;
    return readPartOfYear(year, season);
  }),
  form(`(?<![\\d零〇一二三四五六七八九十.个第年满每])${MONTH}(?![\\d])`, (match, askedOn, text) => {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 2);
    if (match.groups?.day === undefined && /^(?:[之以]?[内后]|薪|租|供|息|费|饼|票|嫂|子)/u.test(after)) return null;
    return lastBegun(askedOn, (year) => monthIn(match, year));
  }),
  form(`(?<festival>${FESTIVAL})${SIDE}`, (match, askedOn) =>
    lastBegun(askedOn, (year) => readFestival(year, match.groups?.festival ?? '', match.groups?.side)),
  ),
];
