import type { MatterDetail } from '@lutai/contracts';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { DeadlineBadge } from '../desk/deadline-badge.tsx';
import { DueTime } from '../desk/due-time.tsx';
import { PriorityMark } from '../desk/priority-mark.tsx';
import { FactsDateLine } from '../facts-date/facts-date-line.tsx';
import { factsLine } from '../facts-date/facts-view.ts';
import { useStrings } from '../language/language.tsx';
import { maySign } from '../session/may-sign.ts';
import { useMe } from '../session/use-me.ts';
import { Badge } from '../ui/badge.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { MatterActions } from './matter-actions.tsx';
import { RiskBadge } from './risk-badge.tsx';
import { RouteBadge } from './route-badge.tsx';

/** `paneSwitch` chooses what stands beside the draft where there is no room for both. */
export function ReviewHeader({ detail, paneSwitch }: { detail: MatterDetail; paneSwitch: ReactNode }) {
  const strings = useStrings();
  const { desk, review, words } = strings;
  const me = useMe();
  const { matter, draft } = detail;
  const open = matter.status !== 'archived' && matter.status !== 'answered';
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-3 lg:flex-nowrap lg:px-5">
      <div className="flex min-w-0 basis-full items-center gap-3 lg:flex-1">
        <Link
          to={matter.status === 'archived' ? '/archive' : '/desk'}
          aria-label={matter.status === 'archived' ? desk.nav.archive : desk.queue.title}
          className="-ml-1 flex size-9 shrink-0 items-center justify-center rounded-lg text-soft hover:bg-sunken hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-5" />
        </Link>
        <PriorityMark priority={matter.priority} />
        <div className="min-w-0">
          <div className="flex min-w-0 items-center gap-2">
            {draft && <RouteBadge draft={draft} />}
            <h1 className="truncate font-semibold">{matter.subject}</h1>
          </div>
          <p className="truncate text-[0.8125rem] text-faint">
            {matter.number} · {words.kind[matter.kind]}
            {matter.area && ` · ${words.area[matter.area]}`}
            {matter.assigneeName && ` · ${review.assignedTo(matter.assigneeName)}`}
          </p>
          <FactsDateLine
            detail={detail}
            text={factsLine(detail, strings)}
            lead={strings.lawTime.facts.lead}
            editable={
              maySign(me.role) &&
              matter.status !== 'archived' &&
              (matter.assigneeId === null || matter.assigneeId === me.id)
            }
          />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2 text-sm">
        {open && matter.dueAt && (
          <span className="mr-1 inline-flex items-center gap-1.5 whitespace-nowrap">
            {!matter.overdue && <span className="text-faint">{desk.queue.due}</span>}
            <DueTime dueAt={matter.dueAt} overdue={matter.overdue} />
          </span>
        )}
        {open && matter.nearestDeadline && (
          <DeadlineBadge date={matter.nearestDeadline.date} days={matter.nearestDeadline.daysLeft} />
        )}
        {draft?.risk && <RiskBadge risk={draft.risk} matter={matter} />}
        <StatusBadge status={matter.status} />
        {detail.publishedCaseId && <Badge tone="accent">{review.publish.published}</Badge>}
        <MatterActions detail={detail} />
        {paneSwitch}
      </div>
    </header>
  );
}
