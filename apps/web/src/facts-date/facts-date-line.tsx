import type { MatterDetail } from '@lutai/contracts';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../language/language.tsx';
import { FactsDateDialog } from './facts-date-dialog.tsx';

interface FactsDateLineProps {
  detail: MatterDetail;
  text: string;
  lead: string;
  editable: boolean;
}

/** By which day's law the matter goes, how that is known, and the one control to change it. */
export function FactsDateLine({ detail, text, lead, editable }: FactsDateLineProps) {
  const { lawTime } = useStrings();
  const [open, setOpen] = useState(false);
  return (
    <div
      data-testid="facts-date"
      className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 text-[0.8125rem] text-soft"
    >
      <span className="inline-flex min-w-0 items-start gap-1.5">
        <CalendarClock aria-hidden className="mt-1 size-3.5 shrink-0 text-faint" />
        <span className="tabular min-w-0 [overflow-wrap:anywhere]">{text}</span>
      </span>
      {editable && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          data-testid="facts-date-correct"
          className="rounded font-medium text-accent hover:underline pointer-coarse:py-1.5"
        >
          {lawTime.facts.correct}
        </button>
      )}
      {open && <FactsDateDialog detail={detail} lead={lead} onClose={() => setOpen(false)} />}
    </div>
  );
}
