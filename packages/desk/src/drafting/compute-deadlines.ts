import type { Area, Deadline, EnteredEvent } from '@lutai/contracts';
import { deadlinesOf, eventsOf } from '@lutai/law';
import type { DatedText } from './drafter.ts';
import type { DeadlineData } from './load-deadlines.ts';

export type ComputeDeadlinesInput = {
  area: Area;
  /** All that the client wrote; the days are read from it. */
  text: string;
  today: string;
  /** The same, message by message, each with the day on which it was written; all of today when left out. */
  said?: DatedText[];
  /** What an agent entered; it goes before the client's words. */
  entered?: EnteredEvent[];
  /** Only these kinds, whatever the area and the words. */
  only?: ReadonlySet<string>;
};

/** The deadlines that bear on a client's words, each with its day or what is missing for it, and its arithmetic. */
export function computeDeadlines({ catalogue, calendar }: DeadlineData, input: ComputeDeadlinesInput): Deadline[] {
  const entered = input.entered ?? [];
  const dated = entered.map((event) => ({ ...event, precision: 'day' as const, words: null }));
  const found = deadlinesOf({ catalogue, calendar, askedOn: input.today, ...input, entered: dated });
  return found.map(({ kind, start, lastDay, daysLeft, state, ...deadline }) => ({
    ...deadline,
    note: state === 'not-running' ? `${deadline.steps.join('')}${deadline.note}` : deadline.note,
    kind,
    startEvent: start?.event ?? catalogue.kinds.find(({ id }) => id === kind)?.start[0] ?? null,
    startDay: start?.day ?? null,
    events: eventsOf(catalogue, kind),
    entered,
    startEntered: start !== null && start.words === null,
  }));
}
