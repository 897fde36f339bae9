import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addDays, daysBetween } from '../calendar/day-arithmetic.ts';
import { createWorkCalendar, holidayYearSchema } from '../calendar/work-calendar.ts';
import { createLprTable, lprFileSchema } from './lpr-table.ts';
import { shippedRates } from './shipped-rates.ts';

const corpus = new URL('../../../../corpus/', import.meta.url);
const file = lprFileSchema.parse(parse(readFileSync(new URL('rates/lpr.yaml', corpus), 'utf8')));
const calendar = createWorkCalendar(
  readFileSync(new URL('calendar/cn-holidays.jsonl', corpus), 'utf8')
    .trim()
    .split('\n')
    .map((line) => holidayYearSchema.parse(JSON.parse(line))),
);
const { lpr } = shippedRates();
const knownDay = fc
  .integer({ min: 0, max: daysBetween(lpr.firstDay, lpr.lastDay) })
  .map((days) => addDays(lpr.firstDay, days));

describe('the loan prime rate', () => {
  it('has every month from August 2019 to September 2026, each on the 20th or the first working day after it', () => {
    expect(file.entries).toHaveLength(86);
    for (const [day] of file.entries) expect(day).toBe(calendar.workingDayFrom(`${day.slice(0, 7)}-20`));
    expect([lpr.firstDay, lpr.lastDay]).toEqual(['2019-08-20', '2026-10-19']);
  });

  it('never rose since the reform, and five years were never cheaper than one', () => {
    for (const [index, [day, one, five]] of file.entries.entries()) {
      const [, before, fiveBefore] = file.entries[index - 1] ?? [day, one, five];
      expect(
        [Number(one) <= Number(before), Number(five) <= Number(fiveBefore), Number(one) < Number(five)],
        day,
      ).toEqual([true, true, true]);
    }
  });

  it.each([
    ['2019-08-19', undefined],
    ['2019-08-20', '4.25'],
    ['2020-04-19', '4.05'],
    ['2020-04-20', '3.85'],
    ['2025-05-19', '3.10'],
    ['2025-05-20', '3.00'],
    ['2026-10-19', '3.00'],
    ['2026-10-20', undefined],
  ])('on %s is %s', (day, percent) => {
    expect(lpr.on(day, '1y')?.percent).toBe(percent);
  });

  it('is unknown in a month that is missing, from the 20th on, and known again after it', () => {
    const gap = createLprTable({ ...file, entries: file.entries.filter(([day]) => day !== '2022-01-20') });
    expect(gap.on('2022-01-19', '1y')?.percent).toBe('3.80');
    expect(gap.on('2022-01-20', '1y')).toBeNull();
    expect(gap.on('2022-02-20', '1y')).toBeNull();
    expect(gap.on('2022-02-21', '1y')?.percent).toBe('3.70');
    expect(gap.spans('2022-01-01', '2022-03-01', '1y')).toBeNull();
  });

  it('takes what the user gives, and says so', () => {
    const more = lpr.with([{ day: '2026-10-20', '1y': '2.90', '5y': '3.40' }]);
    expect(more.on('2026-11-19', '5y')).toMatchObject({ percent: '3.40', source: '由使用者提供' });
    expect(more.on('2026-11-20', '1y')).toBeNull();
    expect(more.on('2026-10-19', '1y')?.percent).toBe('3.00');
  });

  it('is the rate of each day, span by span, and joins the spans without a gap', () => {
    fc.assert(
      fc.property(knownDay, knownDay, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const spans = lpr.spans(from, to, '1y') ?? [];
        const days = spans.flatMap((span) =>
          [span.from, addDays(span.to, -1)].map((day) => [day, span.percent] as const),
        );
        const joined = spans.every((span, index) => span.from === (spans[index - 1]?.to ?? from));
        const alike = days.every(([day, percent]) => lpr.on(day, '1y')?.percent === percent);
        return joined && alike && (spans.at(-1)?.to ?? from) === (from === to ? from : to);
      }),
    );
  });

  it('refuses a file whose days are out of order', () => {
    expect(lprFileSchema.safeParse({ ...file, entries: [...file.entries].reverse() }).success).toBe(false);
  });
});
