import { addDays, addMonths, dayInWords, type PeriodLength, weekdayInWords } from '../calendar/day-arithmetic.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';

/**
 * The last day of a period by the calendar alone: the first day is not counted; months and years end on the day that
 * corresponds to it, or on the last of the month (Civil Code, Articles 201 and 202).
 */
export function lastDayOf(start: string, length: PeriodLength, calendar: WorkCalendar): string {
  const months = (length.years ?? 0) * 12 + (length.months ?? 0);
  const byMonths = months === 0 ? start : addMonths(start, months);
  const byDays = addDays(byMonths, length.days ?? 0);
  return length.workingDays === undefined ? byDays : calendar.addWorkingDays(byDays, length.workingDays);
}

/** How a last day becomes the end: itself if it is a working day, else the next one, in plain words. */
export function endInWords(
  lastDay: string,
  { calendar, citation }: { calendar: WorkCalendar; citation: string },
): { end: string; isKnown: boolean; steps: string[] } {
  const { kind, name } = calendar.dayOf(lastDay);
  const end = calendar.workingDayFrom(lastDay);
  const shown = `${dayInWords(lastDay)}（${weekdayInWords(lastDay)}）`;
  const notice = calendar.noticeOf(Number(lastDay.slice(0, 4)));
  const bySource = notice === null ? '' : `；放假安排见${notice}`;
  const step =
    end !== lastDay
      ? `末日：${shown}${kind === 'holiday' ? `在${name}假期内` : '是周末'}，顺延到其后第一个工作日${dayInWords(end)}（${weekdayInWords(end)}）（${citation}${bySource}）。`
      : kind === 'make-up'
        ? `末日：${shown}是调休上班日，不顺延（${citation}${bySource}）。`
        : `末日：${shown}是工作日，不顺延（${citation}）。`;
  const isKnown = calendar.dayOf(lastDay).isKnown && calendar.dayOf(end).isKnown;
  return { end, isKnown, steps: isKnown ? [step] : [step, unknownYear(lastDay, calendar)] };
}

function unknownYear(lastDay: string, calendar: WorkCalendar): string {
  const year = Number(lastDay.slice(0, 4));
  const which = calendar.noticeOf(year) === null ? year : year + 1;
  return `注意：没有${which}年的放假安排（已收录到${calendar.lastKnownYear}年），末日只按周末和日期固定的法定节日推算；春节、清明、端午、中秋和调休会改变它，届时请按国务院办公厅当年的通知核对，并尽量在${dayInWords(lastDay)}前的工作日办妥。`;
}

/** 三年、六个月、十五日, in digits: 3年. */
export function lengthInWords({ years, months, days, workingDays }: PeriodLength): string {
  const parts: [number | undefined, string][] = [
    [years, '年'],
    [months, '个月'],
    [days, '日'],
    [workingDays, '个工作日'],
  ];
  return parts.flatMap(([amount, unit]) => (amount === undefined ? [] : [`${amount}${unit}`])).join('');
}
