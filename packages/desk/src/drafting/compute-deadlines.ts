import type { Area, Deadline } from '@lutai/contracts';
import { type DatedEvent, deadlinesOf } from '@lutai/law';
import type { DeadlineData } from './load-deadlines.ts';

export type ComputeDeadlinesInput = {
  area: Area;
  /** All that the client wrote; the days are read from it. */
  text: string;
  today: string;
  /** What an agent entered; it goes before the client's words. */
  entered?: DatedEvent[];
};

/** The deadlines that bear on a client's words, each with its day or what is missing for it, and its arithmetic. */
export function computeDeadlines({ catalogue, calendar }: DeadlineData, input: ComputeDeadlinesInput): Deadline[] {
  const found = deadlinesOf({ catalogue, calendar, ...input, askedOn: input.today });
  return found.map(({ kind, start, lastDay, daysLeft, state, ...deadline }) => ({
    ...deadline,
    note: state === 'not-running' ? `${deadline.steps.join('')}${deadline.note}` : deadline.note,
    kind,
    startEvent: start?.event ?? catalogue.kinds.find(({ id }) => id === kind)?.start[0] ?? null,
    startDay: start?.day ?? null,
    startEntered: start !== null && start.words === null,
  }));
}
