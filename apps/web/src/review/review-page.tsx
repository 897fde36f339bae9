import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { matterOptions } from '../api/matters.ts';
import { hasCode } from '../api/request-error.ts';
import { useMatterEvents } from '../events/use-matter-events.ts';
import { NotFoundPage } from '../shell/plain-pages.tsx';
import { usePageTitle } from '../ui/page-title.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { ReviewDesk } from './review-desk.tsx';

const route = getRouteApi('/signed-in/desk-part/desk/$matterId');

export function ReviewPage() {
  const { matterId } = route.useParams();
  const progress = useMatterEvents(matterId);
  const query = useQuery({ ...matterOptions(matterId), refetchInterval: progress.connected ? 20_000 : 5000 });
  usePageTitle(query.data?.matter.subject);
  if (hasCode(query.error, 'not-found')) return <NotFoundPage />;
  if (query.data) return <ReviewDesk key={matterId} detail={query.data} progress={progress} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="grid gap-8 p-8 xl:grid-cols-[20rem_1fr_24rem]">
      <SkeletonLines lines={6} />
      <SkeletonLines lines={12} />
      <SkeletonLines lines={8} />
    </div>
  );
}
