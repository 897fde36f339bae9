import type { MatterSummary } from '@lutai/contracts';
import { Link } from '@tanstack/react-router';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { DeadlineBadge } from './deadline-badge.tsx';
import { DueTime } from './due-time.tsx';
import { PriorityMark } from './priority-mark.tsx';

/** Columns line up from 1024 px on; below, a row is two lines. `columns` is shared with the head of the list. */
export const queueColumns = 'lg:grid-cols-[2.5rem_minmax(0,1fr)_6rem_6rem_10rem_7rem]';

export function QueueRow({ matter, showDue }: { matter: MatterSummary; showDue: boolean }) {
  const { words, desk } = useStrings();
  return (
    <li className="border-b border-line last:border-0">
      <Link
        to="/desk/$matterId"
        params={{ matterId: matter.id }}
        data-testid="queue-item"
        data-status={matter.status}
        className={`grid grid-cols-[2.5rem_minmax(0,1fr)] items-center gap-x-3 gap-y-2 px-4 py-3 transition-colors hover:bg-sunken/60 focus-visible:-outline-offset-2 lg:px-5 ${queueColumns}`}
      >
        <span className="self-start pt-0.5 lg:self-center lg:pt-0">
          <PriorityMark priority={matter.priority} />
        </span>
        <span className="min-w-0">
          <span className="line-clamp-2 font-medium">
            {showDue && matter.urgency === 'critical' && (
              <span data-testid="critical-mark" className="mr-2 align-[0.05em]">
                <Badge tone="danger">{words.urgency.critical}</Badge>
              </span>
            )}
            {matter.subject}
          </span>
          {showDue && matter.nearestDeadline && (
            <DeadlineBadge date={matter.nearestDeadline.date} days={matter.nearestDeadline.daysLeft} />
          )}
          <span className="line-clamp-1 text-[0.8125rem] text-faint">
            {matter.clientName} · {words.kind[matter.kind]} · {matter.number} · <RelativeTime at={matter.createdAt} />
          </span>
        </span>
        <span className="col-start-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm lg:contents">
          <span className="hidden text-soft lg:block">{matter.area ? words.area[matter.area] : ''}</span>
          <span>
            <StatusBadge status={matter.status} />
          </span>
          <span>
            {showDue ? (
              <DueTime dueAt={matter.dueAt} overdue={matter.overdue} />
            ) : (
              <RelativeTime at={matter.updatedAt} />
            )}
          </span>
          <span className="ml-auto truncate text-soft lg:ml-0">
            {matter.assigneeName ?? <Badge>{desk.queue.unassigned}</Badge>}
          </span>
        </span>
      </Link>
    </li>
  );
}
