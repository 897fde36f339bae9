import { addDays } from '../calendar/day-arithmetic.ts';
import { firstDayOf, lastDayOf, monthOf, yearOf } from './calendar-days.ts';

/** How exactly a date was said; `season` is a part of a year, `decade` anything wider than a year. */
export type DatePrecision = 'day' | 'week' | 'month' | 'season' | 'year' | 'decade';

/** What a mention of a date says: `from` … `to` (both inclusive), and the one `day` that stands for it. */
export interface DateSpan {
  from: string;
  to: string;
  day: string;
  precision: DatePrecision;
}

const rank: Record<DatePrecision, number> = { day: 0, week: 1, month: 2, season: 3, year: 4, decade: 5 };

/** Below zero when `a` is the more exact one. */
export const comparePrecision = (a: DatePrecision, b: DatePrecision) => rank[a] - rank[b];

export const onDay = (day: string): DateSpan => ({ from: day, to: day, day, precision: 'day' });

export function inMonth(year: number, month: number): DateSpan {
  const from = firstDayOf(year, month);
  return { from, to: lastDayOf(year, month), day: addDays(from, 14), precision: 'month' };
}

export const inYear = (year: number): DateSpan => ({
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  day: `${year}-07-01`,
  precision: 'year',
});

/** The months `first` … `last` of a year; `last` may be above 12. */
export function inMonths(year: number, first: number, last: number): DateSpan {
  const from = firstDayOf(year, first);
  const to = last > 12 ? lastDayOf(year + 1, last - 12) : lastDayOf(year, last);
  return { from, to, day: middle(from, to), precision: first === last ? 'month' : 'season' };
}

export function around(from: string, to: string, precision: DatePrecision): DateSpan {
  return { from, to, day: middle(from, to), precision };
}

/** `day` itself stands for the month or year in which it lies. */
export function centredOn(day: string, precision: 'month' | 'year'): DateSpan {
  const whole = precision === 'month' ? inMonth(yearOf(day), monthOf(day)) : inYear(yearOf(day));
  return { ...whole, day };
}

/** What of a span lies not after `last`; as it is when it begins after. */
export function upTo(span: DateSpan, last: string): DateSpan {
  if (span.from > last) return span;
  const to = span.to < last ? span.to : last;
  return { ...span, to, day: span.day > to ? to : span.day };
}

function middle(from: string, to: string): string {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return addDays(from, Math.floor(days / 2));
}
