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

describe('deadlinesOf', () => {
  const today = '2026-11-23';
  const find = (area: string, text: string) => deadlinesOf({ catalogue, calendar, area, text, askedOn: today, today });
  const of = (area: string, text: string, kind: string) => find(area, text).find((found) => found.kind === kind);

  it('shows provision and arithmetic, near first', () => {
    const [first] = find('labour', '2025年12月5日被公司辞退，11月10日收到仲裁裁决书');
    expect(first).toMatchObject({
      kind: 'suit-after-award',
      date: '2026-11-25',
      daysLeft: 2,
      state: 'near',
      needs: null,
    });
    expect(first?.steps[0]).toMatch(
      /2026年11月10日收到仲裁裁决书，当日不计入，从2026年11月11日开始算（《.+》第八十五条）/u,
    );
    expect(first?.steps[1]).toContain('《中华人民共和国劳动争议调解仲裁法》第五十条');
    expect(first?.steps[2]).toContain('星期三');
  });

  it('counts relative words from the day on which each part was written', () => {
    const said = [
      { text: '昨天收到仲裁裁决书', askedOn: '2026-11-11' },
      { text: '不服，怎么办', askedOn: '2026-11-20' },
    ];
    const text = said.map((part) => part.text).join('\n');
    const found = deadlinesOf({ catalogue, calendar, area: 'labour', text, said, askedOn: today, today });
    expect(found.find(({ kind }) => kind === 'suit-after-award')).toMatchObject({ date: '2026-11-25' });
  });

  it('says what it needs to know where the day is missing or too vague', () => {
    expect(of('labour', '对仲裁裁决不服怎么办', 'suit-after-award')).toMatchObject({
      date: null,
      state: 'unknown',
      needs: '需要知道：收到仲裁裁决书的日期',
    });
    const vague = of('labour', '去年收到裁决书，不服', 'suit-after-award');
    expect(vague?.date).toBeNull();
    expect(vague?.needs).toContain('具体日期');
  });

  it('counts a month from its first day, and says so', () => {
    const found = of('labour', '2026年3月被公司辞退', 'labour-arbitration');
    expect(found?.date).toBe('2027-03-01');
    expect(found?.steps[0]).toContain('稳妥起见按该月1日');
  });

  it('has no year for unpaid wages while the employment goes on, and one after it has ended', () => {
    const held = of('labour', '公司拖欠工资三个月了，我还在上班', 'labour-arbitration');
    expect(held).toMatchObject({ state: 'not-running', date: null });
    expect(held?.steps.join('')).toContain('不受一年的限制');
    expect(of('labour', '公司拖欠工资，2026年5月6日我离职了', 'labour-arbitration')?.date).toBe('2027-05-06');
  });

  it('says where the calendar of the year was not known', () => {
    const found = of('labour', '2026年5月6日被辞退', 'labour-arbitration');
    expect(found?.calendarKnown).toBe(false);
    expect(found?.steps.join('')).toContain('没有2027年的放假安排');
    expect(of('labour', '2025年12月6日被辞退', 'labour-arbitration')?.calendarKnown).toBe(true);
  });

  it('names the provision by the number of its time, and the one of today', () => {
    const found = of('enforcement', '二审判决2022年3月1日生效，想申请再审', 'retrial');
    expect(found).toMatchObject({
      date: '2022-09-01',
      state: 'passed',
      citation: '《中华人民共和国民事诉讼法》第二百一十六条',
    });
    expect(found?.steps.join('')).toContain('第二百一十二条');
  });

  it('warns where the fact is older than the provision', () => {
    const found = of('lease', '房东2020年5月6日通知我要卖房', 'tenant-pre-emption');
    expect(found?.steps.at(-1)).toContain('施行');
  });

  it('tells working days from calendar days', () => {
    const review = of('traffic', '2026年9月29日收到交通事故认定书，责任不公', 'traffic-review');
    expect(review).toMatchObject({ date: '2026-10-09' });
    expect(review?.steps.join('')).toContain('只算工作日');
    expect(of('enforcement', '一审，9月16日收到判决书', 'civil-appeal')?.steps.join('')).toContain(
      '中间的节假日不扣除',
    );
  });

  it('asks for the day of what may have interrupted the period', () => {
    const found = of('labour', '2024年8月5日离职的，工资欠到现在，中间每隔几个月都微信催过他', 'labour-arbitration');
    expect(found).toMatchObject({ date: '2025-08-05', state: 'passed' });
    expect(found?.needs).toBe('需要知道：最近一次向对方提出履行请求的日期');
    expect(found?.steps.join('')).toContain('期间从那天起重新计算');
    expect(of('labour', '2024年8月5日离职，能不能投诉', 'labour-arbitration')?.needs).toBeNull();
  });

  it('lets what was entered go before the words', () => {
    const text = '11月10日收到仲裁裁决书';
    const found = deadlinesOf({
      catalogue,
      calendar,
      area: 'labour',
      text,
      askedOn: today,
      today,
      entered: [entered('award-received', '2026-11-12')],
    });
    expect(found.find(({ kind }) => kind === 'suit-after-award')?.date).toBe('2026-11-27');
  });
});
