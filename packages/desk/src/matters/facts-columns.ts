import type { FactsDateReading } from '@lutai/contracts';
import { newerReading, readingOf } from '../drafting/facts-reading.ts';
import type { MatterRow } from './matter-rows.ts';

/** `factsDate` is what a person gave or what was read with certainty; `factsDateReading` is null where a person gave it. */
export type FactsColumns = { factsDate: string | null; factsDateReading: FactsDateReading | null };
type Before = Pick<MatterRow, 'factsDate' | 'factsDateReading' | 'status'>;

/**
 * The day of the facts after a further message. What a person gave stays; else it is read from the words, relative ones
 * counted from the day on which they were written.
 */
export function factsColumns(
  before: Before | null,
  message: { text: string; askedOn: string; given: string | undefined },
): FactsColumns {
  const { text, askedOn, given } = message;
  if (given !== undefined) return { factsDate: given, factsDateReading: null };
  const stored = before?.factsDateReading ?? null;
  if (before && before.factsDate !== null && stored === null)
    return { factsDate: before.factsDate, factsDateReading: null };
  const reading = newerReading(stored, readingOf(text, askedOn), before?.status === 'answered');
  return { factsDate: reading?.certain ? reading.day : null, factsDateReading: reading };
}

/** What the audit log keeps of it: days, not the client's words. */
export function factsDetails({ factsDate, factsDateReading }: FactsColumns): Record<string, unknown> {
  if (factsDateReading === null) return factsDate === null ? {} : { factsDate };
  const { from, to, certain } = factsDateReading;
  return { factsDate, factsDateRead: { from, to, certain } };
}
