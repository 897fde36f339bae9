import type { MatterSummary } from '@lutai/contracts';
import { Inbox } from 'lucide-react';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Empty, ErrorState, Skeleton } from '../ui/states.tsx';
import { QueueRow, queueColumns } from './queue-row.tsx';

interface QueueListProps {
  query: { isError: boolean; error: Error | null; refetch: () => unknown; isFetchingNextPage: boolean };
  matters: MatterSummary[] | undefined;
  view: 'pending' | 'answered';
  filtered: boolean;
  onClear: () => void;
  more: (() => void) | null;
}

export function QueueList({ query, matters, view, filtered, onClear, more }: QueueListProps) {
  const { desk, common } = useStrings();
  const { columns } = desk.queue;
  if (matters === undefined) {
    if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    return (
      <div role="status" aria-label={common.loading} className="panel flex flex-col gap-5 p-5">
        {[1, 2, 3, 4, 5].map((row) => (
          <div key={row} className="flex items-center gap-4">
            <Skeleton className="size-7" />
            <Skeleton className="h-5 flex-1" />
            <Skeleton className="h-5 w-24" />
          </div>
        ))}
      </div>
    );
  }
  if (matters.length === 0) {
    return (
      <div className="panel" data-testid="queue-empty">
        {filtered ? (
          <Empty
            icon={<Inbox aria-hidden />}
            title={desk.queue.emptyFiltered}
            action={<Button onClick={onClear}>{desk.queue.clearFilters}</Button>}
          />
        ) : (
          <Empty icon={<Inbox aria-hidden />} title={desk.queue.empty}>
            {desk.queue.emptyBody}
          </Empty>
        )}
      </div>
    );
  }
  return (
    <>
      <div className="panel overflow-hidden">
        <div
          aria-hidden
          className={`hidden gap-x-3 border-b border-line px-5 py-2.5 text-[0.8125rem] text-faint lg:grid ${queueColumns}`}
        >
          <span>{columns.priority}</span>
          <span>{columns.subject}</span>
          <span>{columns.area}</span>
          <span>{columns.status}</span>
          <span>{view === 'pending' ? columns.due : desk.queue.answered}</span>
          <span>{columns.assignee}</span>
        </div>
        <ul>
          {matters.map((matter) => (
            <QueueRow key={matter.id} matter={matter} showDue={view === 'pending'} />
          ))}
        </ul>
      </div>
      {more && (
        <div className="mt-4 text-center">
          <Button busy={query.isFetchingNextPage} onClick={more}>
            {common.loadMore}
          </Button>
        </div>
      )}
    </>
  );
}
