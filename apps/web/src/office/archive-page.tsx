import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Archive, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { archiveOptions } from '../api/matters.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { controlClass } from '../ui/field.tsx';
import { PageHead } from '../ui/page-title.tsx';
import { Empty, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { ArchiveRow } from './archive-row.tsx';

const route = getRouteApi('/signed-in/desk-part/archive');
const pause = 250;

export function ArchivePage() {
  const { office, common } = useStrings();
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(q ?? '');
  const query = useInfiniteQuery(archiveOptions(q ?? ''));
  const matters = query.data?.pages.flatMap((page) => page.matters) ?? [];
  useEffect(() => {
    const timer = setTimeout(() => {
      void navigate({ search: { q: typed.trim() || undefined }, replace: true });
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, navigate]);
  return (
    <div className="mx-auto max-w-6xl px-4 py-6 sm:px-8 sm:py-9">
      <PageHead title={office.archive.title} />
      <div className="mb-4 flex items-center gap-3">
        <div className="relative min-w-0 flex-1 sm:max-w-96">
          <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-faint" />
          <input
            data-search
            data-testid="archive-search"
            type="search"
            aria-label={common.search}
            placeholder={office.archive.placeholder}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className={`${controlClass} h-10 pl-9`}
          />
        </div>
        {query.data && (
          <span className="tabular ml-auto text-sm text-faint">
            {office.archive.count(query.data.pages[0]?.total ?? 0)}
          </span>
        )}
      </div>
      {query.isPending && <SkeletonLines lines={6} />}
      {query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && matters.length === 0 && (
        <div className="panel">
          <Empty icon={<Archive aria-hidden />} title={q ? office.archive.emptySearch : office.archive.empty}>
            {q ? null : office.archive.emptyBody}
          </Empty>
        </div>
      )}
      {matters.length > 0 && (
        <ul className="panel overflow-hidden">
          {matters.map((matter) => (
            <ArchiveRow key={matter.id} matter={matter} />
          ))}
        </ul>
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
