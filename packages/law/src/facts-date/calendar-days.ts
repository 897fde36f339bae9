import { weekdayOf as weekdayFromSunday } from '../calendar/day-arithmetic.ts';

/** Days are `YYYY-MM-DD` of the proleptic Gregorian calendar, 1900 … 2199; months are 1 … 12. */

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const two = (value: number) => String(value).padStart(2, '0');

export const yearOf = (day: string) => Number(day.slice(0, 4));
export const monthOf = (day: string) => Number(day.slice(5, 7));
/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string) => weekdayFromSunday(day) || 7;

export const lastDayOf = (year: number, month: number) => iso(Date.UTC(year, month, 0));
export const firstDayOf = (year: number, month: number) => `${year}-${two(month)}-01`;

/** The day of that month, or null where it does not exist. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  const last = lastDayOf(year, month);
  return day > Number(last.slice(8)) ? null : `${year}-${two(month)}-${two(day)}`;
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return dayOf(year, month, day) === text;
}

/** First day of the lunar year (春节), 1990 … 2030, as the Purple Mountain Observatory's almanac has them. */
const SPRING_FESTIVALS =
  '01-27 02-15 02-04 01-23 02-10 01-31 02-19 02-07 01-28 02-16 02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-18 02-07 01-26 02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05 01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13 02-03'.split(
    ' ',
  );

/** Beyond the table, the middle of the span in which it can fall. */
export const springFestivalOf = (year: number) => `${year}-${SPRING_FESTIVALS[year - 1990] ?? '02-05'}`;
