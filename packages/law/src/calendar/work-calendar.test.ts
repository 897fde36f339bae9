import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar, corpusFolder, holidayYears } from '../deadlines/testing/deadline-data.ts';
import { addDays, addMonths, daysBetween, isoDay, weekdayOf } from './day-arithmetic.ts';
import { createWorkCalendar } from './work-calendar.ts';

const anyDay = fc.integer({ min: 0, max: 6000 }).map((offset) => addDays('2014-06-01', offset));

describe('the holiday calendar', () => {
  it('knows every year from 2015 to 2026, each with its notice and where it was read', () => {
    expect(holidayYears.map(({ year }) => year)).toEqual([...Array(12).keys()].map((index) => 2015 + index));
    for (const { year, notices } of holidayYears) {
      expect(notices[0]?.title).toBe(`国务院办公厅关于${year}年部分节假日安排的通知`);
      expect(Number(notices[0]?.issued?.slice(0, 4))).toBe(year - 1);
    }
  });

  it('makes work up on Saturdays and Sundays only, and never on a day off', () => {
    for (const { workdays, holidays } of holidayYears) {
      for (const day of workdays) {
        expect([0, 6], day).toContain(weekdayOf(day));
        expect(
          holidays.some(({ from, to }) => from <= day && day <= to),
          day,
        ).toBe(false);
      }
    }
  });

  it('gives seven to thirteen statutory holidays’ worth of days off: weekdays taken are about those given back', () => {
    for (const { year, workdays, holidays } of holidayYears) {
      const taken = holidays.reduce((sum, { from, to }) => {
        const days = [...Array(daysBetween(from, to) + 1).keys()].map((offset) => addDays(from, offset));
        return sum + days.filter((day) => ![0, 6].includes(weekdayOf(day))).length;
      }, 0);
      // 11 statutory days until 2024, 13 since; 2015 had one more by its own notice, 2020 two by the longer Spring Festival.
      const given = taken - workdays.length;
      expect(given, String(year)).toBeGreaterThanOrEqual(year < 2025 ? 9 : 12);
      expect(given, String(year)).toBeLessThanOrEqual(13);
    }
  });

  it.each([
    ['2026-10-08', 'working'],
    ['2026-10-07', 'holiday'],
    ['2026-10-10', 'make-up'],
    ['2026-11-21', 'weekend'],
    ['2020-02-01', 'holiday'],
    ['2019-05-05', 'make-up'],
    ['2015-09-04', 'holiday'],
    ['2018-12-29', 'make-up'],
    ['2022-12-31', 'holiday'],
  ])('takes %s for a day of kind %s', (day, kind) => {
    expect(calendar.dayOf(day)).toMatchObject({ kind, isKnown: true });
  });

  it('goes by rule beyond its last year, and says that it does', () => {
    expect(calendar.lastKnownYear).toBe(2026);
    expect(calendar.dayOf('2027-05-03')).toEqual({ kind: 'working', name: null, isKnown: false });
    expect(calendar.dayOf('2027-05-02')).toMatchObject({ kind: 'holiday', name: '劳动节', isKnown: false });
    expect(calendar.dayOf('2027-10-01')).toMatchObject({ kind: 'holiday', name: '国庆节' });
    expect(calendar.noticeOf(2027)).toBeNull();
    // The notice of 2027 may still move the last days of 2026.
    expect(calendar.dayOf('2026-12-30').isKnown).toBe(false);
    expect(calendar.dayOf('2025-12-30').isKnown).toBe(true);
  });

  it('never leaves out a year for lack of one day’s notice', () => {
    const one = createWorkCalendar(holidayYears.filter(({ year }) => year === 2024));
    expect(one.dayOf('2023-10-07')).toEqual({ kind: 'weekend', name: null, isKnown: false });
  });

  it('is a line of JSON for each year', () => {
    const file = join(corpusFolder, 'calendar/cn-holidays.jsonl');
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(holidayYears.length);
  });
});

describe('counting days', () => {
  it('ends on the corresponding day, or on the last of the month', () => {
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2025-08-31', 6)).toBe('2026-02-28');
    expect(addDays('2025-12-20', 30)).toBe('2026-01-19');
    expect(isoDay(2025, 2, 29)).toBeNull();
  });

  it('finds a working day no earlier than asked, with none between', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const found = calendar.workingDayFrom(day);
        const between = [...Array(daysBetween(day, found)).keys()].map((offset) => addDays(day, offset));
        return found >= day && calendar.isWorkingDay(found) && between.every((other) => !calendar.isWorkingDay(other));
      }),
    );
  });

  it('counts working days one by one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const end = calendar.addWorkingDays(day, count);
        const passed = [...Array(daysBetween(day, end)).keys()].map((offset) => addDays(day, offset + 1));
        return passed.filter(calendar.isWorkingDay).length === count && calendar.isWorkingDay(end);
      }),
    );
  });
});
