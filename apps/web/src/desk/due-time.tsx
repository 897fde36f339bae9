import { AlarmClock } from 'lucide-react';
import { useStrings } from '../language/language.tsx';
import { RelativeTime } from '../ui/time.tsx';

export function DueTime({ dueAt, overdue }: { dueAt: string | null; overdue: boolean }) {
  const { desk } = useStrings();
  if (dueAt === null) return null;
  if (!overdue) return <RelativeTime at={dueAt} className="tabular text-soft" />;
  return (
    <span className="tabular inline-flex items-center gap-1 font-medium text-danger">
      <AlarmClock aria-hidden className="size-4" />
      {desk.queue.overdue}
      <RelativeTime at={dueAt} className="font-normal" />
    </span>
  );
}
