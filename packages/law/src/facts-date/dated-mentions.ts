import { addMonths } from '../calendar/day-arithmetic.ts';
import { monthOf, yearOf } from './calendar-days.ts';
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
  /** Where the words name no year: their date in that year. */
  carry?(match: RegExpExecArray, year: number): DateSpan | null;
}

const MONTH = `(?<month>${SMALL})月份?的?(?:(?<day>${SMALL})[日号]|(?<part>${PART_OF_MONTH}))?`;
const SIDE = '(?<side>之?前|以前|前后|之?后|以后)?';
const FULL = `(?<full>${FULL_YEAR})年`;
const RELATIVE = `(?<relative>${RELATIVE_YEAR})`;
const SHORT = `(?<short>${SHORT_YEAR})年`;
const form = (source: string, read: DateForm['read'], carry?: DateForm['carry']): DateForm => ({
  pattern: new RegExp(source, 'gu'),
  read,
  ...(carry && { carry }),
});

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
const PLAINLY_AFTER = /^(?:的时候|那年|那会|那阵)/u;
const YEAR_AFTER =
  /^(?:的时候|那年|那会|入职|签|买|借|结婚|离婚|领证|开始|我|他|她|跟|和|在|给|把|被|出|立|装修|盖|建|分|办|进|租|注册|成立|开|写|打|欠|判|受|摔|退|投|订|登记|[，,]|就(?:开始|买|签|借|结婚|在|跟))/u;
/** 「五六年」, 「七八年」 are so many years. */
const SOME_YEARS = /^(?:一二|二三|三四|四五|五六|六七|七八|八九)$/u;

/** Whether two digits and 年 are a year, by the words beside them. */
function isShortYear(short: string, text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 6);
  if (PLAINLY_AFTER.test(after) && !/[了过满]$/u.test(before)) return true;
  if (PERIOD_BEFORE.test(before) || /^[多半来]?(?:[之以]?前|以?内|以?后)|^[多来]/u.test(after)) return false;
  return (/^[0０零〇○5-9５-９五六七八九]/u.test(short) && !SOME_YEARS.test(short)) || YEAR_AFTER.test(after);
}

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
    const [start, end] = [match.index, match.index + match[0].length];
    if (season === undefined ? !isShortYear(short, text, start, end) : PERIOD_BEFORE.test(text.slice(start - 1, start)))
      return null;
    return readPartOfYear(year, season);
  }),
  form(
    `(?<![\\d零〇一二三四五六七八九十.个第年满每])${MONTH}(?![\\d])`,
    (match, askedOn, text) => {
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 2);
      if (match.groups?.day === undefined && /^(?:[之以]?[内后]|薪|租|供|息|费|饼|票|嫂|子)/u.test(after)) return null;
      return lastBegun(askedOn, (year) => monthIn(match, year));
    },
    monthIn,
  ),
  form(
    `(?<festival>${FESTIVAL})${SIDE}`,
    (match, askedOn) =>
      lastBegun(askedOn, (year) => readFestival(year, match.groups?.festival ?? '', match.groups?.side)),
    (match, year) => readFestival(year, match.groups?.festival ?? '', match.groups?.side),
  ),
  form(
    `(?<carry>同年|当年|次年|第二年|转年|翌年)的?(?:${MONTH}|(?<season>${PART_OF_YEAR}))`,
    () => null,
    (match, year) => {
      const of = year + (/[同当]/u.test(match.groups?.carry ?? '') ? 0 : 1);
      return match.groups?.season === undefined ? monthIn(match, of) : readPartOfYear(of, match.groups.season);
    },
  ),
  form(
    `(?<![\\d零〇一二三四五六七八九十年月第每几.号])(?<day>${SMALL})[日号](?=被|那天|晚|早|上午|下午|中午|凌晨|我|他|她|老板|公司|签|收到|发|买|才|就|摔|出|下)`,
    (match, askedOn) => lastMonthDay(match.groups?.day ?? '', askedOn),
  ),
  form('(?<![年的])(?:年初|上半年)', (match, askedOn) => lastBegun(askedOn, (year) => readPartOfYear(year, match[0]))),
];

/** 「20号被裁」: the newest month in which that day has come. */
function lastMonthDay(words: string, askedOn: string): DateSpan | null {
  for (const back of [0, 1, 2]) {
    const month = addMonths(`${askedOn.slice(0, 7)}-01`, -back);
    const span = readInMonth(yearOf(month), monthOf(month), words, undefined);
    if (span !== null && span.from <= askedOn) return span;
  }
  return null;
}
