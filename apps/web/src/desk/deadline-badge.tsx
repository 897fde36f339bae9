import { CalendarClock } from 'lucide-react';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { deadlineTone } from './days-left.ts';

/** 期限还剩3天; nothing while the deadline is far off. */
export function DeadlineBadge({ date, days }: { date: string; days: number }) {
  const { desk } = useStrings();
  const tone = deadlineTone(days);
  if (tone === null) return null;
  return (
    <span data-testid="deadline-badge" data-tone={tone}>
      <Badge tone={tone === 'near' ? 'warn' : 'danger'} title={desk.deadline.until(date)}>
        <CalendarClock aria-hidden className="size-3.5" />
        {tone === 'passed' ? desk.deadline.passed : days === 0 ? desk.deadline.today : desk.deadline.left(days)}
      </Badge>
    </span>
  );
}
