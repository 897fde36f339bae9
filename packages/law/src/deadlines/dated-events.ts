import type { DeadlineEvent } from './deadline-schema.ts';
import { type DatedWords, type DatePrecision, readDates } from './read-dates.ts';

/** Something that happened on a day, as the client's words say it or an agent entered it. */
export type DatedEvent = {
  /** Id of a `DeadlineEvent`. */
  event: string;
  day: string;
  /** Last day of what lasted, else null. */
  until: string | null;
  precision: DatePrecision;
  /** The words it was read from; null where somebody entered it. */
  words: string | null;
};

/**
 * What happened when, read from the client's words as of the day they were written: an event for each date that has the
 * event's words in its own clause, or, where none has and the event is one of `loosely`, in its sentence.
 */
export function datedEvents(
  text: string,
  askedOn: string,
  { events, loosely }: { events: Iterable<DeadlineEvent>; loosely: ReadonlySet<string> },
): DatedEvent[] {
  const dates = readDates(text, askedOn);
  return [...events].flatMap((event) => {
    const possible = event.future ? dates : dates.filter(({ day }) => day <= askedOn);
    const inClause = possible.filter(({ near }) => speaksOf(event, near));
    const isFound = inClause.length > 0 || !loosely.has(event.id);
    return (isFound ? inClause : possible.filter(({ far }) => speaksOf(event, far))).map((date) =>
      toEvent(event.id, date),
    );
  });
}

const speaksOf = ({ beside, not }: DeadlineEvent, words: string) =>
  beside.some((pattern) => pattern.test(words)) && !not.some((pattern) => pattern.test(words));

/** Whether the words speak of the event at all, with a day or without, and not as a question or a wish. */
export function speaksOfEvent(text: string, event: DeadlineEvent): boolean {
  const clauses = text.split(/[，,。；！？\n]/u);
  return clauses.some(
    (clause) => speaksOf(event, clause) && !/能不能|可不可以|可以|怎么|要不要|想|吗|能否|应该/u.test(clause),
  );
}

function toEvent(event: string, { day, until, precision, near }: DatedWords): DatedEvent {
  return { event, day, until, precision, words: near };
}
