import { useInfiniteQuery } from '@tanstack/react-query';
import { auditOptions } from '../api/desk.ts';
import { useLanguage } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { PageHead } from '../ui/page-title.tsx';
import { Empty, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { AuditRow } from './audit-row.tsx';

export function AuditPage() {
  const { strings } = useLanguage();
  const { office, common } = strings;
  const query = useInfiniteQuery(auditOptions());
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const { columns } = office.audit;
  return (
    <div className="mx-auto max-w-6xl px-4 py-6 sm:px-8 sm:py-9">
      <PageHead title={office.audit.title} lead={office.audit.lead} />
      {query.isPending && <SkeletonLines lines={10} />}
      {query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && entries.length === 0 && <Empty title={office.audit.empty} />}
      {entries.length > 0 && (
        <div className="panel overflow-x-auto">
          <table data-testid="audit-list" className="w-full text-left text-sm">
            <thead className="border-b border-line text-[0.8125rem] text-faint">
              <tr>
                {[columns.at, columns.actor, columns.action, columns.subject].map((column) => (
                  <th key={column} scope="col" className="px-5 py-2.5 font-normal">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <AuditRow key={entry.id} entry={entry} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && (
        <div className="mt-4 text-center">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {common.loadMore}
          </Button>
        </div>
      )}
    </div>
  );
}
