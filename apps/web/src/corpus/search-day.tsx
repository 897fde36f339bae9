import type { SearchResponse } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';

interface SearchDayProps {
  found: SearchResponse;
  /** The day that was asked for. */
  asked: string | undefined;
  onDay: (day: string | null) => void;
}

const linkClass = 'rounded text-left font-medium text-accent hover:underline';

/** The day whose law is shown; where the question names one and none was asked for, it is offered. */
export function SearchDay({ found, asked, onDay }: SearchDayProps) {
  const { facts } = useStrings().lawTime;
  const { factsDate } = found;
  if (asked !== undefined) {
    return (
      <p className="mb-2 flex flex-wrap gap-x-3 text-sm text-soft">
        <span className="tabular">{facts.searched(found.asOf)}</span>
        <button type="button" onClick={() => onDay(null)} className={linkClass}>
          {facts.searchToday}
        </button>
      </p>
    );
  }
  if (!factsDate || factsDate.day > found.asOf) return null;
  return (
    <p className="mb-2 text-sm">
      <button type="button" onClick={() => onDay(factsDate.day)} data-testid="search-facts-date" className={linkClass}>
        {facts.offered(factsDate.raw)}
      </button>
    </p>
  );
}
