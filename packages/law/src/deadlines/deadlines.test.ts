import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDays } from '../calendar/day-arithmetic.ts';
import type { DatedEvent } from './dated-events.ts';
import { deadlinesOf, type FoundDeadline } from './deadlines-of.ts';
import { calendar, catalogue } from './testing/deadline-data.ts';

const exampleSchema = z.strictObject({
  kind: z.string(),
  start: z.iso.date(),
  /** Other events: id, day and, of an obstacle, its last day. */
  events: z.array(z.array(z.string()).min(2)).default([]),
  today: z.iso.date(),
  end: z.iso.date(),
  /** Provision and notice that decide it. */
  source: z.string().min(8),
});
const examples = readFileSync(join(import.meta.dirname, 'testing/worked-examples.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => exampleSchema.parse(JSON.parse(line)));

const entered = (event: string, day: string, until: string | null = null): DatedEvent => ({
  ...{ event, day, until, precision: 'day', words: null },
});

/** One kind computed from entered events alone. */
function compute(kind: string, events: DatedEvent[], today = '2026-11-23'): FoundDeadline {
  const data = catalogue.kinds.find(({ id }) => id === kind);
  if (data === undefined) throw new Error(`no kind ${kind}`);
  const one = { ...catalogue, kinds: [{ ...data, when: [], unless: [] }] };
  const area = data.areas[0] ?? '';
  const [found] = deadlinesOf({ catalogue: one, calendar, area, text: '', askedOn: today, today, entered: events });
  if (found === undefined) throw new Error(`nothing found for ${kind}`);
  return found;
}
const startEvent = (kind: string) => catalogue.kinds.find(({ id }) => id === kind)?.start[0] ?? '';

describe('worked examples', () => {
  it('are at least sixty', () => expect(examples.length).toBeGreaterThanOrEqual(60));

  it.each(examples)('$kind from $start ends on $end: $source', ({ kind, start, events, today, end }) => {
    const others = events.map(([event = '', day = '', until]) => entered(event, day, until ?? null));
    expect(compute(kind, [entered(startEvent(kind), start), ...others], today).date).toBe(end);
  });
});

describe('every kind that can be counted', () => {
  const kinds = catalogue.kinds.filter(({ start, rules }) => start.length > 0 && rules.every(({ length }) => length));
  const anyKind = fc.constantFrom(...kinds.map(({ id }) => id));
  const anyDay = fc.integer({ min: 0, max: 4200 }).map((offset) => addDays('2015-06-01', offset));
  const dateOf = (kind: string, events: DatedEvent[]) => compute(kind, events).date ?? '';

  it('ends on a working day, after the day it runs from, with its steps', () => {
    fc.assert(
      fc.property(anyKind, anyDay, (kind, start) => {
        const { date, steps } = compute(kind, [entered(startEvent(kind), start)]);
        return date !== null && date > start && calendar.isWorkingDay(date) && steps.length >= 3;
      }),
      { numRuns: 500 },
    );
  });

  it('never ends earlier for a later start, whatever else happened', () => {
    const others = fc.array(
      fc.record({ event: fc.constantFrom('demanded', 'complained', 'obstacle'), day: anyDay, days: fc.nat(300) }),
      { maxLength: 3 },
    );
    // One rule for both: a change of the law may shorten a period (the labour one did not, that of revoking did).
    const stable = kinds.filter(({ rules }) => new Set(rules.map(({ length }) => JSON.stringify(length))).size === 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...stable),
        anyDay,
        fc.integer({ min: 1, max: 400 }),
        others,
        (kind, start, more, happened) => {
          const events = happened.map(({ event, day, days }) => entered(event, day, addDays(day, days)));
          const from = (day: string) => dateOf(kind.id, [entered(kind.start[0] ?? '', day), ...events]);
          return from(start) <= from(addDays(start, more));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('starts anew when interrupted within the period, and takes no notice afterwards', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 1600 }), (start, more) => {
        const plain = dateOf('limitation-contract', [entered('contract-due', start)]);
        const day = addDays(start, more);
        const interrupted = dateOf('limitation-contract', [entered('contract-due', start), entered('demanded', day)]);
        const anew = dateOf('limitation-contract', [entered('contract-due', day)]);
        return interrupted === (day <= plain ? anew : plain);
      }),
      { numRuns: 500 },
    );
  });

  it('starts anew after a suit when the proceedings are over, and from its day where their end is not known', () => {
    const loan = (until: string | null, ...more: DatedEvent[]) =>
      compute('limitation-loan', [
        entered('limitation-loan-start', '2022-06-30'),
        entered('sued', '2023-02-01', until),
        ...more,
      ]);
    expect(loan('2023-09-15').date).toBe('2026-09-15');
    expect(loan('2023-09-15').steps.join('')).toContain('从有关程序终结的2023年9月15日起重新计算');
    expect(loan('2023-09-15', entered('demanded', '2023-05-01')).date).toBe('2026-09-15');
    expect(loan(null).date).toBe('2026-02-02');
    expect(loan(null).steps.join('')).toContain('从有关程序终结时起重新计算');
  });

  it('is never shortened by an obstacle, and never ended before the obstacle is gone where it counts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('limitation-contract', 'labour-arbitration', 'enforcement', 'administrative-suit'),
        anyDay,
        fc.integer({ min: 1, max: 1200 }),
        fc.integer({ min: 1, max: 400 }),
        (kind, start, after, lasting) => {
          const plain = compute(kind, [entered(startEvent(kind), start)]);
          const day = addDays(start, after);
          const until = addDays(day, lasting);
          const suspended = compute(kind, [entered(startEvent(kind), start), entered('obstacle', day, until)]);
          const atTheEnd = day <= (plain.lastDay ?? '') && until >= (plain.lastDay ?? '');
          return (suspended.date ?? '') >= (plain.date ?? '') && (!atTheEnd || (suspended.date ?? '') >= until);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never exceeds twenty years', () => {
    const events = ['2010-05-01', '2012-04-01', '2014-03-01', '2016-02-01', '2018-01-10', '2020-12-01', '2023-11-01'];
    const found = compute('limitation-contract', [
      entered('right-injured', '2006-06-15'),
      entered('contract-due', '2008-06-15'),
      ...events.map((day) => entered('demanded', day)),
    ]);
    expect(found.date).toBe('2026-06-15');
    expect(found.steps.join('')).toContain('第一百八十八条');
  });
});
