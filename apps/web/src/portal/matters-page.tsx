import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { matterListOptions } from '../api/matters.ts';
import { useStrings } from '../language/language.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { PageHead } from '../ui/page-title.tsx';
import { Empty, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { MatterItem } from './matter-item.tsx';

export function MattersPage() {
  const { portal, common } = useStrings();
  const query = useInfiniteQuery({ ...matterListOptions(), refetchInterval: 15_000 });
  const matters = query.data?.pages.flatMap((page) => page.matters) ?? [];
  return (
    <>
      <PageHead
        title={portal.matters.title}
        actions={
          <Link to="/ask" className={buttonClass('primary')}>
            {portal.nav.ask}
          </Link>
        }
      />
      {query.isPending && <SkeletonLines lines={6} />}
      {query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && matters.length === 0 && (
        <Empty
          icon={<FileText aria-hidden />}
          title={portal.matters.empty}
          action={
            <Link to="/ask" className={buttonClass('primary')}>
              {portal.matters.askFirst}
            </Link>
          }
        >
          {portal.matters.emptyBody}
        </Empty>
      )}
      {matters.length > 0 && (
        <ul className="panel overflow-hidden">
          {matters.map((matter) => (
            <MatterItem key={matter.id} matter={matter} />
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
    </>
  );
}
