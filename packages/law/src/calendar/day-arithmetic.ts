/** How long a period is. Years and months are calendar ones; `workingDays` leaves out weekends and holidays. */
export type PeriodLength = {
  years?: number | undefined;
  months?: number | undefined;
  days?: number | undefined;
  workingDays?: number | undefined;
};

const dayMs = 86_400_000;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

const momentOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

/** `YYYY-MM-DD` when the three numbers name a day that exists in 1949 … 2199, else null. */
export function isoDay(year: number, month: number, date: number): string | null {
  if (year < 1949 || year > 2199) return null;
  const moment = new Date(Date.UTC(year, month - 1, date));
  const isReal = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
  return isReal ? dayOf(moment.getTime()) : null;
}

export function addDays(day: string, count: number): string {
  return dayOf(momentOf(day) + count * dayMs);
}

/** The corresponding day `count` months later; the last day of that month where it has none. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = month - 1 + count;
  const lastOfMonth = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return dayOf(Date.UTC(year, months, Math.min(date, lastOfMonth)));
}

/** Days from one day to another; negative when the other comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((momentOf(to) - momentOf(from)) / dayMs);
}

/** 0 for Sunday … 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(momentOf(day)).getUTCDay();
}

/** 2026年11月23日 */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 星期一 */
export function weekdayInWords(day: string): string {
  return `星期${weekdays[weekdayOf(day)]}`;
}
