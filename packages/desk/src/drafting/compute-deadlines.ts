import type { Deadline } from '@lutai/contracts';
import type { AreaDeadline } from './area-schema.ts';

type DatedWords = { day: string; words: string };

/**
 * The deadlines with their date where the text says the day they run from in full (2025年3月1日, 2025-03-01), else with
 * `date` null. The first day is not counted, and a period of months or years ends on the same day of its last month
 * (Civil Code, Articles 201 and 202); holidays are left to the agent.
 */
export function computeDeadlines(deadlines: AreaDeadline[], text: string): Deadline[] {
  const dates = datedWords(text);
  return deadlines.map((deadline) => {
    const { name, period, runsFrom, citation, note, length } = deadline;
    const start = dates.find(({ words }) => deadline.startsAt.some((pattern) => pattern.test(words)));
    const date = start === undefined || length === null ? null : addPeriod(start.day, length);
    return { name, period, runsFrom, date, citation, note };
  });
}

/** Each full date with the words around it: up to 10 characters before and 24 after, within its sentence. */
function datedWords(text: string): DatedWords[] {
  const found: (DatedWords & { start: number; end: number })[] = [];
  for (const match of text.matchAll(/(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*(?:日|号)?/gu)) {
    const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const day = isoDay(year, month, date);
    if (day !== null) found.push({ day, words: '', start: match.index, end: match.index + match[0].length });
  }
  return found.map(({ day, start, end }, index) => {
    const from = Math.max(start - 10, found[index - 1]?.end ?? 0);
    const to = Math.min(end + 24, found[index + 1]?.start ?? text.length);
    const before =
      text
        .slice(from, start)
        .split(/[。；！？\n]/u)
        .at(-1) ?? '';
    const after = text.slice(end, to).split(/[。；！？\n]/u)[0] ?? '';
    return { day, words: `${before}${text.slice(start, end)}${after}` };
  });
}

function isoDay(year: number, month: number, date: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, date));
  const real = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date && year >= 1949 && year < 2200;
  return real ? moment.toISOString().slice(0, 10) : null;
}

export function addPeriod(
  day: string,
  length: { years?: number | undefined; months?: number | undefined; days?: number | undefined },
): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = month - 1 + (length.months ?? 0) + 12 * (length.years ?? 0);
  // A month without that day ends the period on its own last day.
  const lastOfMonth = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  const moment = Date.UTC(year, months, Math.min(date, lastOfMonth) + (length.days ?? 0));
  return new Date(moment).toISOString().slice(0, 10);
}
