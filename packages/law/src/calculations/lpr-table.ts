import { z } from 'zod';
import { addDays, addMonths, daysBetween } from '../calendar/day-arithmetic.ts';
import { type Exact, readDecimal } from './exact.ts';

const percentSchema = z
  .string()
  .regex(/^\d+\.\d{1,2}$/u)
  .describe('per cent a year');

/** `corpus/rates/lpr.yaml`: each line is a publication, `[day, one year, over five years]`. */
export const lprFileSchema = z.strictObject({
  source: z.string().min(1),
  verified: z.string().min(1),
  entries: z
    .array(z.tuple([z.iso.date(), percentSchema, percentSchema]))
    .min(1)
    .refine((entries) => entries.every(([day], index) => index === 0 || day > (entries[index - 1]?.[0] ?? '')), {
      error: 'the entries must stand in the order of their days',
    }),
});
export type LprFile = z.output<typeof lprFileSchema>;

export type LprTerm = '1y' | '5y';
/** One publication; the rates are per cent a year in decimals, `3.85`. */
export type LprEntry = { day: string; '1y': string; '5y': string };
export type LprRate = { day: string; percent: string; rate: Exact; source: string };
/** Days from `from` up to, not including, `to` on which one publication applied. */
export type LprSpan = LprRate & { from: string; to: string };

export type LprTable = {
  /** The rate that applied on a day; null where no publication is known for it. */
  on(day: string, term: LprTerm): LprRate | null;
  /** The spans of `from` … `to` (not included) by publication, joined where the rate stayed the same; null where a day is not known. */
  spans(from: string, to: string, term: LprTerm): LprSpan[] | null;
  /** First and last day for which a rate is known, without regard to gaps. */
  firstDay: string;
  lastDay: string;
  /** The table with further publications, those of the user. */
  with(entries: LprEntry[]): LprTable;
};

const given = '由使用者提供';

/**
 * The LPR is published on the 20th of each month or the first working day after it. A publication holds until the next;
 * where the one of the following month is not in the table, it is known to hold only until the 19th of that month.
 */
export function createLprTable({ source, entries }: LprFile): LprTable {
  return tableOf(entries.map(([day, one, five]) => ({ day, '1y': one, '5y': five, source })));
}

function tableOf(entries: (LprEntry & { source: string })[]): LprTable {
  const known = entries.map((entry, index) => ({ ...entry, end: endOf(entry.day, entries[index + 1]?.day) }));
  const find = (day: string) => known.find((entry) => entry.day <= day && day < entry.end);
  const on = (day: string, term: LprTerm) => {
    const found = find(day);
    return found === undefined ? null : rateOf(found, term);
  };
  return {
    on,
    spans(from, to, term) {
      const spans: LprSpan[] = [];
      for (let day = from; day < to; ) {
        const found = find(day);
        if (found === undefined) return null;
        const end = found.end < to ? found.end : to;
        const last = spans.at(-1);
        if (last?.percent === found[term]) last.to = end;
        else spans.push({ ...rateOf(found, term), from: day, to: end });
        day = end;
      }
      return spans;
    },
    firstDay: known[0]?.day ?? '',
    lastDay: addDays(known.at(-1)?.end ?? '1970-01-01', -1),
    with(more) {
      if (more.length === 0) return tableOf(entries);
      const days = new Set(more.map(({ day }) => day));
      const kept = entries.filter(({ day }) => !days.has(day));
      const added = more.map((entry) => ({ ...entry, source: given }));
      return tableOf([...kept, ...added].sort((left, right) => (left.day < right.day ? -1 : 1)));
    },
  };
}

const rateOf = (entry: LprEntry & { source: string }, term: LprTerm): LprRate => ({
  day: entry.day,
  percent: entry[term],
  rate: percentOf(entry[term]),
  source: entry.source,
});

/** The day on which another publication takes over, or may have. */
function endOf(day: string, next: string | undefined): string {
  const due = `${addMonths(`${day.slice(0, 7)}-01`, 1).slice(0, 7)}-20`;
  return next !== undefined && (next <= due || daysBetween(due, next) <= 10) ? next : due;
}

function percentOf(text: string): Exact {
  const read = readDecimal(text);
  if (read === null) throw new RangeError(`not a percentage: ${text}`);
  return { over: read.over, under: read.under * 100n };
}
