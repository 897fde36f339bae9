import { addMonths, isoDay } from '../calendar/day-arithmetic.ts';
import { type DateMention, findDates } from '../facts-date/find-dates.ts';

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

/**
 * The dates of a text in order, read as of the day on which it was written: in full (2025年3月1日, 2025-03-01), without
 * their year (the latest such day that has been), relative (昨天, 10天前, 去年三月). What is no day is left out.
 */
export function readDates(text: string, askedOn: string): DatedWords[] {
  const words = text.normalize('NFKC');
  const mentions = findDates(words, askedOn).filter((mention) => !isNoDay(words, mention));
  const all = [...mentions.map(toFound), ...daysOfLastMonth(words, askedOn, mentions)];
  const found = joinSpans(
    words,
    all.sort((left, right) => left.start - right.start),
  );
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

/** 到今天 and 今天都21号了 say how long, not when; 2025年13月40日 is no year either. */
function isNoDay(words: string, { start, end, raw, precision }: DateMention): boolean {
  const after = words.slice(end, end + 4);
  if (precision === 'year') return /^\s*\d+\s*月/u.test(after);
  return raw.startsWith('今') && (/[到至]/u.test(words[start - 1] ?? '') || /^(都|第|已经|算)/u.test(after));
}

/** Of a rough count (三个月前) and of a month the first day that it can mean: the deadline is then none too late. */
function toFound({ from, precision, start, end, raw }: DateMention): Found {
  const exactness: Record<DateMention['precision'], DatePrecision> = {
    ...{ day: 'day', week: 'about', month: 'month', season: 'year', year: 'year', decade: 'year' },
  };
  const exact = exactness[precision];
  const isRough = raw.endsWith('前') && exact !== 'year';
  return { day: from, until: null, precision: isRough ? 'about' : exact, start, end };
}

/** 30号收到的, written on the 23rd, is of the month before. */
function daysOfLastMonth(words: string, askedOn: string, mentions: DateMention[]): Found[] {
  const last = addMonths(`${askedOn.slice(0, 7)}-01`, -1);
  const [year, month] = last.split('-').map(Number);
  const received = /(?<![\d月])(\d{1,2})号(?=.{0,3}(?:收到|拿到|送达|签收|寄到|接到))/gu;
  return [...words.matchAll(received)].flatMap((match): Found[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const day = isoDay(year ?? 0, month ?? 0, Number(match[1]));
    const isRead = mentions.some((other) => start < other.end && other.start < end);
    return day === null || isRead ? [] : [{ day, until: null, precision: 'day', start, end }];
  });
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
