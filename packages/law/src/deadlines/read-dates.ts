import { addDays, addMonths, isoDay } from '../calendar/day-arithmetic.ts';
import { chineseToNumber } from '../numerals.ts';

/** How exactly the words give a day: itself, counted back from the day of asking, only its month, only its year. */
export type DatePrecision = 'day' | 'about' | 'month' | 'year';

export type DatedWords = {
  /** `YYYY-MM-DD`; of a month or a year its first day. */
  day: string;
  /** Last day of a span (…至…), else null. */
  until: string | null;
  precision: DatePrecision;
  raw: string;
  /** The clause that the date stands in; the next one where it stands alone. */
  near: string;
  /** Up to 10 characters before and 24 after, within the sentence. */
  far: string;
};

type Found = { day: string; until: string | null; precision: DatePrecision; start: number; end: number };

const number = '[0-9]{1,3}|[一二两三四五六七八九十]{1,3}';
const patterns: [RegExp, (groups: string[], askedOn: string) => Omit<Found, 'start' | 'end' | 'until'> | null][] = [
  [/(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)\s*(?:日|号)?/gu, ([y, m, d]) => exact(y, m, d)],
  [/(\d{4})\s*年\s*(\d{1,2})\s*月(?:份|初|上旬|中旬|下旬|底)?(?!\s*\d)/gu, ([y, m]) => exact(y, m, '1', 'month')],
  [
    new RegExp(`(大前年|前年|去年|今年)\\s*(${number})\\s*月\\s*(${number})\\s*(?:日|号)`, 'gu'),
    ([word, m, d], asked) => exact(yearOf(word, asked), read(m), read(d)),
  ],
  [
    new RegExp(`(大前年|前年|去年|今年)\\s*(${number})\\s*月(?:份|初|上旬|中旬|下旬|底)?`, 'gu'),
    ([word, m], asked) => exact(yearOf(word, asked), read(m), '1', 'month'),
  ],
  [
    new RegExp(`(${number})\\s*月\\s*(${number})\\s*(?:日|号)`, 'gu'),
    ([m, d], asked) => latest(exact(asked.slice(0, 4), read(m), read(d)), asked),
  ],
  // 到今天 and 今天都21号了 say how long, not when.
  [
    /(?<![到至])(大前天|前天|昨天|昨晚|昨日|今天|今早|今日)(?!都|第|已经|算)/gu,
    ([word], asked) => daysAgo(word, asked),
  ],
  [/(?<![\d月])(\d{1,2})号(?=.{0,3}(?:收到|拿到|送达|签收|寄到|接到))/gu, ([d], asked) => latestInMonth(d, asked)],
  [
    new RegExp(`(${number})\\s*(天|日|周|个?星期|个?月)(?:以|之)?前`, 'gu'),
    ([amount, unit], asked) => ago(Number(read(amount)), unit ?? '', asked),
  ],
  [/(\d{4})\s*年(?:初|底)?(?!\s*\d)/gu, ([y]) => exact(y, '1', '1', 'year')],
  [/(大前年|前年|去年)/gu, ([word], asked) => exact(yearOf(word, asked), '1', '1', 'year')],
];

/**
 * The dates of a text in order, read as of the day on which it was written: in full (2025年3月1日, 2025-03-01), without
 * their year (the latest such day that has been), relative (昨天, 10天前, 去年三月). What is no day is left out.
 */
export function readDates(text: string, askedOn: string): DatedWords[] {
  const words = text.normalize('NFKC');
  const found = joinSpans(words, findAll(words, askedOn));
  return found.map(({ day, until, precision, start, end }, index) => {
    const before = words.slice(found[index - 1]?.end ?? 0, start);
    const after = words.slice(end, found[index + 1]?.start ?? words.length);
    const raw = words.slice(start, end);
    const sentenceBefore = (before.split(/[。；！？\n]/u).at(-1) ?? '').slice(-10);
    const sentenceAfter = (after.split(/[。；！？\n]/u)[0] ?? '').slice(0, 24);
    return {
      ...{ day, until, precision, raw },
      near: clauseAround(before, raw, after),
      far: `${sentenceBefore}${raw}${sentenceAfter}`,
    };
  });
}

function findAll(words: string, askedOn: string): Found[] {
  const found: Found[] = [];
  // What an earlier, fuller pattern has read is not read again in part.
  const taken = new Uint8Array(words.length);
  for (const [pattern, toDate] of patterns) {
    for (const match of words.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.subarray(start, end).includes(1)) continue;
      const date = toDate(match.slice(1), askedOn);
      if (date === null) continue;
      taken.fill(1, start, end);
      found.push({ ...date, until: null, start, end });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

/** 2020年2月1日至5月1日 is one span. */
function joinSpans(words: string, found: Found[]): Found[] {
  const joined: Found[] = [];
  for (const date of found) {
    const last = joined.at(-1);
    const between = last === undefined ? '' : words.slice(last.end, date.start);
    if (last?.until === null && /^\s*(至|到|—+|~)\s*$/u.test(between) && date.day >= last.day) {
      joined[joined.length - 1] = { ...last, until: date.day, end: date.end };
    } else joined.push(date);
  }
  return joined;
}

function clauseAround(before: string, raw: string, after: string): string {
  const head = before.split(/[，,。；！？\n]/u).at(-1) ?? '';
  const [tail = '', next = ''] = after.split(/[，,。；！？\n]/u);
  const standsAlone = `${head}${tail}`.replace(/[在是于就]/gu, '').trim() === '';
  return `${head}${raw}${tail}${standsAlone ? next : ''}`.slice(0, 60);
}

const read = (text: string | undefined): string => {
  const value =
    text === undefined ? null : /^\d+$/u.test(text) ? Number(text) : chineseToNumber(text.replace('两', '二'));
  return value === null ? 'NaN' : String(value);
};

function exact(year = '', month = '', date = '', precision: DatePrecision = 'day') {
  const day = isoDay(Number(year), Number(month), Number(date));
  return day === null ? null : { day, precision };
}

function latest<Dated extends { day: string }>(date: Dated | null, askedOn: string): Dated | null {
  return date === null || date.day <= askedOn ? date : { ...date, day: addMonths(date.day, -12) };
}

/** 10号收到的: the latest such day that has been, this month or the one before. */
function latestInMonth(date: string | undefined, askedOn: string) {
  const [year, month] = askedOn.split('-');
  const found = exact(year, month, date);
  return found === null || found.day <= askedOn ? found : { ...found, day: addMonths(found.day, -1) };
}

function yearOf(word: string | undefined, askedOn: string): string {
  const back = ['今年', '去年', '前年', '大前年'].indexOf(word ?? '');
  return String(Number(askedOn.slice(0, 4)) - Math.max(back, 0));
}

function daysAgo(word: string | undefined, askedOn: string): { day: string; precision: DatePrecision } {
  const back = word === '大前天' ? 3 : word === '前天' ? 2 : word?.startsWith('昨') ? 1 : 0;
  return { day: addDays(askedOn, -back), precision: 'day' };
}

function ago(amount: number, unit: string, askedOn: string): { day: string; precision: DatePrecision } | null {
  if (!Number.isInteger(amount)) return null;
  if (unit.endsWith('月')) return { day: addMonths(askedOn, -amount), precision: 'about' };
  const days = unit === '周' || unit.endsWith('星期') ? amount * 7 : amount;
  return { day: addDays(askedOn, -days), precision: 'about' };
}
