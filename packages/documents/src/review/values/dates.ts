import { numberOf } from '../numbers.ts';

const HAN_YEAR = '[二两][〇零○一二三四五六七八九]{3}';
const HAN = '[一二三四五六七八九十]{1,3}';
/** A day; reads with `dayOf`. */
export const DAY = `(?:(?:\\d{4}|${HAN_YEAR})年(?:\\d{1,2}|${HAN})月(?:\\d{1,2}|${HAN})日|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d))`;

export interface Day {
  year: number;
  month: number;
  day: number;
  /** Days since 1970; what is no day of the calendar has the month's last day plus the rest. */
  number: number;
  exists: boolean;
}

export function dayOf(written: string): Day | null {
  const [year = '', month = '', day = ''] = written.split(/[年月日\-./]/u);
  const [y, m, d] = [yearOf(year), numberOf(month), numberOf(day)];
  if (!(y >= 1900 && y < 2200) || !Number.isInteger(m) || !Number.isInteger(d)) return null;
  const date = new Date(Date.UTC(y, m - 1, d));
  const exists = date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return { year: y, month: m, day: d, number: Math.round(date.getTime() / 86_400_000), exists };
}

const yearOf = (written: string) =>
  /^\d/u.test(written)
    ? Number(written)
    : Number(
        [...written]
          .map((c) => '〇一二三四五六七八九'.indexOf(c === '零' || c === '○' ? '〇' : c === '两' ? '二' : c))
          .join(''),
      );

/** Months from one day to another, the last day counted too where that makes them whole. */
export function monthsBetween(from: Day, to: Day): number {
  const whole = (to.year - from.year) * 12 + to.month - from.month;
  const rest = to.day - from.day;
  const lastDay = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate();
  if (rest === 0 || rest === -1) return whole;
  if (from.day === 1 && to.day >= lastDay) return whole + 1;
  return whole + (rest + 1) / 30;
}

export const inDays = ({ year, month, day }: Day) => `${year}年${month}月${day}日`;
