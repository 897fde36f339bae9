import type { Deadline } from '@lutai/contracts';
import { daysLeft } from '../desk/days-left.ts';
import { DeadlineBadge } from '../desk/deadline-badge.tsx';
import { useStrings } from '../language/language.tsx';
import { EnterEvent } from './enter-event.tsx';

/** One deadline: its day or what is missing for it, the provision, the arithmetic, and where days can be entered. */
export function DeadlineItem({ deadline, draftId, matterId, editable }: DeadlineItemProps) {
  const { review } = useStrings();
  const { date, needs, steps, events } = deadline;
  return (
    <li className="leading-6" data-testid="deadline">
      <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="font-medium">
          {deadline.name} · {deadline.period}
        </span>
        <span className="flex flex-wrap items-center gap-2">
          {date && <DeadlineBadge date={date} days={daysLeft(date, new Date())} />}
          <span className={date ? 'tabular font-medium text-warn' : 'text-sm text-faint'}>{date ?? review.noDate}</span>
        </span>
      </p>
      {needs && <p className="text-sm font-medium leading-6 text-warn">{needs}</p>}
      <p className="text-sm leading-6 text-soft">{review.runsFrom(deadline.runsFrom)}</p>
      {deadline.note && <p className="text-sm leading-6 text-faint">{deadline.note}</p>}
      <p className="text-sm leading-6 text-faint">{deadline.citation}</p>
      {steps.length > 0 && (
        <details className="mt-1">
          <summary className="text-sm text-soft marker:text-faint">{review.deadline.steps}</summary>
          <ol className="mt-1 flex list-decimal flex-col gap-1 pl-5 text-sm leading-6 text-soft">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      )}
      {editable && events.length > 0 && <EnterEvent deadline={deadline} draftId={draftId} matterId={matterId} />}
    </li>
  );
}

type DeadlineItemProps = { deadline: Deadline; draftId: string; matterId: string; editable: boolean };
