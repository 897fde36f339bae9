import type { DocumentSummary } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';

/** How far the recognition of a contract is: the page, once one is known, and a bar. */
export function ReadingLine({ reading }: Pick<DocumentSummary, 'reading'>) {
  const words = useStrings().documents.reading;
  const text = reading ? words.page(reading.page, reading.pages) : words.starting;
  return (
    <div className="flex flex-col gap-2" data-testid="reading-progress">
      <p aria-live="polite" className="tabular text-sm text-soft">
        {text}
      </p>
      {/* The page that is being read is not read yet. */}
      <ProgressBar label={text} part={reading ? (reading.page - 1) / reading.pages : null} />
    </div>
  );
}
