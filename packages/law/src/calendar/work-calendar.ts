import { z } from 'zod';
import { addDays, weekdayOf } from './day-arithmetic.ts';

const daySchema = z.iso.date();

/** One line of `corpus/calendar/cn-holidays.jsonl`: what the notices of the State Council say about one year. */
export const holidayYearSchema = z.strictObject({
  year: z.number().int(),
  /** The yearly notice first, then whatever changed it. `number` is null where only its day is known. */
  notices: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        number: z.string().nullable(),
        issued: daySchema.nullable(),
        source: z.url(),
      }),
    )
    .min(1),
  holidays: z.array(z.strictObject({ name: z.string().min(1), from: daySchema, to: daySchema })).min(1),
  /** Saturdays and Sundays on which work is made up (调休上班). */
  workdays: z.array(daySchema),
});
export type HolidayYear = z.output<typeof holidayYearSchema>;

export type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday';

export type CalendarDay = {
  kind: DayKind;
  /** Name of the holiday, where the day belongs to one. */
  name: string | null;
  /** Whether the notice that decides about this day is in the data. Where it is not, the day is judged by rule alone. */
  isKnown: boolean;
};

export type WorkCalendar = {
  dayOf(day: string): CalendarDay;
  isWorkingDay(day: string): boolean;
  /** The day itself if it is a working day, else the next one that is. */
  workingDayFrom(day: string): string;
  /** The `count`-th working day after a day; the day itself is not counted. */
  addWorkingDays(day: string, count: number): string;
  /** Title, number and day of the notice of a year; null where it is not in the data. */
  noticeOf(year: number): string | null;
  lastKnownYear: number;
};

/** From the last days of December on, the notice of the next year may move days (2018-12-29, 2022-12-31). */
const decidedByNextYear = '12-28';

/**
 * The working days of China by the notices given. Years without a notice go by rule: weekends are off and the statutory
 * holidays with a fixed day (1 January, 1 May and since 2025 2 May, 1 to 3 October) too; the ones of the lunar calendar
 * and the make-up days are not known there.
 */
export function createWorkCalendar(years: HolidayYear[]): WorkCalendar {
  const known = new Set(years.map(({ year }) => year));
  const off = new Map<string, string>();
  for (const { name, from, to } of years.flatMap(({ holidays }) => holidays)) {
    for (let day = from; day <= to; day = addDays(day, 1)) off.set(day, name);
  }
  const makeUp = new Set(years.flatMap(({ workdays }) => workdays));
  const notices = new Map(years.map(({ year, notices }) => [year, notices.map(nameNotice).join('、')]));

  const dayOf = (day: string): CalendarDay => {
    const year = Number(day.slice(0, 4));
    const isKnown = known.has(year) && (day.slice(5) < decidedByNextYear || known.has(year + 1));
    const holiday = off.get(day) ?? (known.has(year) ? undefined : fixedHoliday(day));
    if (holiday !== undefined) return { kind: 'holiday', name: holiday, isKnown };
    if (makeUp.has(day)) return { kind: 'make-up', name: null, isKnown };
    const isWeekend = [0, 6].includes(weekdayOf(day));
    return { kind: isWeekend ? 'weekend' : 'working', name: null, isKnown };
  };
  const isWorkingDay = (day: string) => ['working', 'make-up'].includes(dayOf(day).kind);
  const workingDayFrom = (day: string) => {
    let found = day;
    while (!isWorkingDay(found)) found = addDays(found, 1);
    return found;
  };
  return {
    dayOf,
    isWorkingDay,
    workingDayFrom,
    addWorkingDays(day, count) {
      let found = day;
      for (let counted = 0; counted < count; counted += 1) found = workingDayFrom(addDays(found, 1));
      return found;
    },
    noticeOf: (year) => notices.get(year) ?? null,
    lastKnownYear: Math.max(...known),
  };
}

function nameNotice({ title, number, issued }: HolidayYear['notices'][number]): string {
  const mark = number ?? issued;
  return mark === null ? `《${title}》` : `《${title}》（${mark}）`;
}

function fixedHoliday(day: string): string | undefined {
  const date = day.slice(5);
  if (date === '01-01') return '元旦';
  if (date === '05-01' || (date === '05-02' && day >= '2025')) return '劳动节';
  return ['10-01', '10-02', '10-03'].includes(date) ? '国庆节' : undefined;
}
