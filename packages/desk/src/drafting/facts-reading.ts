import type { FactsDateReading, SpokenDate } from '@lutai/contracts';
import { type DateMention, readFactsDate } from '@lutai/law';

const mostOthers = 8;
const longestRaw = 60;
const exact: readonly SpokenDate['precision'][] = ['day', 'week', 'month'];

/** How a text tells the day of its facts, relative words counted from `askedOn` (`YYYY-MM-DD`); null where it names none. */
export function readingOf(text: string, askedOn: string): FactsDateReading | null {
  const found = readFactsDate(text, askedOn);
  if (found === null || found.role === 'birth') return null;
  return {
    ...spoken(found),
    askedOn,
    confidence: found.confidence,
    certain: exact.includes(found.precision) && found.confidence !== 'low' && !found.future,
    others: found.others
      .filter(({ role }) => role !== 'law')
      .slice(0, mostOthers)
      .map(spoken),
  };
}

const spoken = ({ raw, from, to, day, precision }: DateMention): SpokenDate => ({
  raw: raw.slice(0, longestRaw),
  from,
  to,
  day,
  precision,
});

/**
 * Which of two readings stands when a client writes again: the newer one only where it is certain and the older one was
 * not, or where the older question has been answered.
 */
export function newerReading(
  before: FactsDateReading | null,
  read: FactsDateReading | null,
  answered: boolean,
): FactsDateReading | null {
  if (before === null || read === null) return read ?? before;
  return read.certain && (answered || !before.certain) ? read : before;
}
