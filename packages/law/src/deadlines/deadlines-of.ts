import { dayInWords, daysBetween } from '../calendar/day-arithmetic.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { type DatedEvent, datedEvents, speaksOfEvent } from './dated-events.ts';
import type { DeadlineCatalogue, DeadlineKind, DeadlineRegime } from './deadline-schema.ts';
import { runPeriod } from './run-period.ts';

export type DeadlinesInput = {
  catalogue: DeadlineCatalogue;
  calendar: WorkCalendar;
  /** Id of the area of law. */
  area: string;
  /** The client's words; what happened when is read from them. */
  text: string;
  /** Day on which they were written, `YYYY-MM-DD`: 昨天 is counted from it. */
  askedOn: string;
  /** The same words in parts, each with the day on which it was written, where that was on several days. */
  said?: readonly { text: string; askedOn: string }[];
  today: string;
  /** What somebody entered; it goes before what the words say of the same event. */
  entered?: DatedEvent[];
  /** Only these kinds, whatever the area and the words. */
  only?: ReadonlySet<string>;
};

/** `unknown`: the day it runs from is missing; `not-running`: an exception holds it for now. */
export type DeadlineState = 'unknown' | 'not-running' | 'open' | 'near' | 'passed';

export type FoundDeadline = {
  kind: string;
  name: string;
  period: string;
  runsFrom: string;
  citation: string;
  note: string;
  /** The event that it runs from and its day; null while that is not known. */
  start: DatedEvent | null;
  /** Last day on which the right can be used; null while it cannot be counted. */
  date: string | null;
  /** The same before weekends and holidays moved it. */
  lastDay: string | null;
  /** 需要知道：…; null where nothing is missing. */
  needs: string | null;
  /** The arithmetic, step by step, each with its provision. */
  steps: string[];
  /** False where the holidays of that year were not known. */
  calendarKnown: boolean;
  daysLeft: number | null;
  state: DeadlineState;
};

/** Days before its end from which a deadline is near. */
export const nearDays = 14;

/** The deadlines that bear on a question, dated ones first (the nearest that is open before those that have passed). */
export function deadlinesOf(input: DeadlinesInput): FoundDeadline[] {
  const { catalogue, area, text, askedOn, said = [{ text, askedOn }], entered = [], only } = input;
  const given = new Set(entered.map(({ event }) => event));
  // What interrupts makes a period longer: its date must stand in its own clause.
  const loosely = new Set(catalogue.kinds.flatMap(({ start }) => start));
  const read = said
    .flatMap((part) => datedEvents(part.text, part.askedOn, { events: catalogue.events.values(), loosely }))
    .filter(({ event }) => !given.has(event));
  const events = [...entered, ...read];
  const found = catalogue.kinds
    .filter((kind) =>
      only === undefined
        ? kind.areas.includes(area) && (bears(kind, text) || kind.start.some((event) => given.has(event)))
        : only.has(kind.id),
    )
    .map((kind) => compute(input, kind, events));
  const order: DeadlineState[] = ['near', 'open', 'passed', 'not-running', 'unknown'];
  const place = ({ state }: FoundDeadline) => order.indexOf(state);
  return found.sort((left, right) => place(left) - place(right) || compareDates(left, right));
}

const compareDates = (left: FoundDeadline, right: FoundDeadline) => (left.date ?? '').localeCompare(right.date ?? '');

const bears = ({ when, unless }: Pick<DeadlineKind, 'when' | 'unless'>, text: string) =>
  (when.length === 0 || when.some((pattern) => pattern.test(text))) && !unless.some((pattern) => pattern.test(text));

function compute(input: DeadlinesInput, kind: DeadlineKind, events: DatedEvent[]): FoundDeadline {
  const { catalogue, calendar, today, text } = input;
  const { id, name, period, runsFrom, note } = kind;
  const nameOf = (event: string) => catalogue.events.get(event)?.name ?? event;
  const unknown: FoundDeadline = {
    ...{ kind: id, name, period, runsFrom, note, citation: ruleOn(kind, today).citation },
    ...{ start: null, date: null, lastDay: null, needs: null, steps: [], calendarKnown: true, daysLeft: null },
    state: 'unknown',
  };
  const exception = kind.exceptions.find((candidate) => bears(candidate, text));
  const start = startOf(kind, events);
  if (exception !== undefined && start === null) {
    return { ...unknown, state: 'not-running', steps: [`${exception.says}（${exception.citation}）。`] };
  }
  const rule = ruleOn(kind, start?.day ?? today);
  if (kind.start.length === 0 || rule.length === null) return unknown;
  if (start === null) return { ...unknown, needs: `需要知道：${nameOf(kind.start[0] ?? '')}的日期` };
  if (!isExactEnough(start, rule.length)) {
    return { ...unknown, needs: `需要知道：${nameOf(start.event)}的具体日期（原话只说“${start.words ?? start.day}”）` };
  }
  const regime = catalogue.regimes.get(kind.regime);
  if (regime === undefined)
    throw new Error(`the deadline “${id}” names the regime “${kind.regime}”, which is not given`);
  const run = runPeriod({
    ...{ start, length: rule.length, citation: rule.citation, regime, events, calendar, nameOf },
    cap: capOf(kind.cap ?? regime.cap ?? null, events, start),
  });
  const daysLeft = daysBetween(today, run.end);
  const undated = undatedInterruptions(input, regime, events).map(nameOf);
  return {
    ...unknown,
    needs: undated.length === 0 ? null : `需要知道：最近一次${undated.join('、')}的日期`,
    ...{ start, date: run.end, lastDay: run.lastDay, calendarKnown: run.isKnown, daysLeft },
    steps: [...run.steps, ...undated.map(mayRestart), ...otherLaw(kind, regime, start.day, today)],
    state: daysLeft < 0 ? 'passed' : daysLeft <= nearDays ? 'near' : 'open',
  };
}

/** What the client speaks of without a day, and what would interrupt the period. */
function undatedInterruptions(
  { catalogue, text }: DeadlinesInput,
  regime: DeadlineRegime,
  events: DatedEvent[],
): string[] {
  return (regime.interruption?.events ?? []).filter((id) => {
    const event = catalogue.events.get(id);
    return event !== undefined && !events.some((dated) => dated.event === id) && speaksOfEvent(text, event);
  });
}

const mayRestart = (name: string) =>
  `提示：话里说到“${name}”而没有日期；如果它在期间届满以前，并且能够证明，期间从那天起重新计算。`;

function ruleOn({ rules }: DeadlineKind, day: string): DeadlineKind['rules'][number] {
  const [first, ...rest] = rules;
  if (first === undefined) throw new Error('a deadline needs at least one rule');
  return rest.reduce((found, rule) => (rule.from <= day ? rule : found), first);
}

function startOf({ start }: DeadlineKind, events: DatedEvent[]): DatedEvent | null {
  for (const wanted of start) {
    const found = events.filter(({ event }) => event === wanted);
    const exact = found.find(({ precision }) => precision === 'day') ?? found[0];
    if (exact !== undefined) return exact;
  }
  return null;
}

/** A month or a rough count is enough for half a year and more, counted from its first day; a year never is. */
function isExactEnough(
  { precision }: DatedEvent,
  { years, months }: { years?: number | undefined; months?: number | undefined },
) {
  if (precision === 'day') return true;
  return precision !== 'year' && (years ?? 0) * 12 + (months ?? 0) >= 6;
}

function capOf(cap: DeadlineKind['cap'] | null, events: DatedEvent[], start: DatedEvent) {
  if (cap === null || cap === undefined) return null;
  const from = events.find(({ event, precision }) => precision !== 'year' && cap.start.includes(event));
  const isKnown = from !== undefined && from.day <= start.day;
  return { ...cap, day: isKnown ? from.day : start.day, isAssumed: !isKnown };
}

/** Says so where the provision bears another number today than when the period began, or was not yet law then. */
function otherLaw(kind: DeadlineKind, regime: DeadlineRegime, start: string, today: string): string[] {
  const [then, now] = [ruleOn(kind, start), ruleOn(kind, today)];
  const isEarlier = start < then.from && regime.transition === undefined;
  return [
    ...(then.citation === now.citation ? [] : [`条文：期间开始时是${then.citation}，现行的是${now.citation}。`]),
    ...(isEarlier
      ? [
          `注意：${dayInWords(start)}在${then.citation}施行（${dayInWords(then.from)}）以前，当时的规定可能不同，请核对。`,
        ]
      : []),
  ];
}

/** The events that bear on a kind, by name: what it runs from, what interrupts, suspends or caps it. */
export function eventsOf({ kinds, regimes, events }: DeadlineCatalogue, kind: string): { id: string; name: string }[] {
  const found = kinds.find(({ id }) => id === kind);
  const regime = regimes.get(found?.regime ?? '');
  const ids = [
    ...(found?.start ?? []),
    ...(regime?.interruption?.events ?? []),
    ...(regime?.suspension?.events ?? []),
    ...(found?.cap?.start ?? regime?.cap?.start ?? []),
  ];
  return [...new Set(ids)].map((id) => ({ id, name: events.get(id)?.name ?? id }));
}
