import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { matterOptions } from '../api/matters.ts';
import { hasCode } from '../api/request-error.ts';
import { useMatterEvents } from '../events/use-matter-events.ts';
import { useStrings } from '../language/language.tsx';
import { NotFoundPage } from '../shell/plain-pages.tsx';
import { usePageTitle } from '../ui/page-title.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { MatterView } from './matter-view.tsx';

const route = getRouteApi('/signed-in/portal-part/matters/$matterId');

export function MatterPage() {
  const { matterId } = route.useParams();
  const { portal } = useStrings();
  const progress = useMatterEvents(matterId);
  const query = useQuery({
    ...matterOptions(matterId),
    // The stream says what changes; without it the page asks by itself.
    refetchInterval: progress.connected ? 30_000 : 5000,
  });
  usePageTitle(query.data?.matter.subject);
  if (hasCode(query.error, 'not-found', 'forbidden')) return <NotFoundPage />;
  return (
    <>
      <Link to="/matters" className="mb-6 inline-flex items-center gap-1.5 rounded text-sm text-soft hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" />
        {portal.matter.back}
      </Link>
      {query.data ? (
        <MatterView detail={query.data} progress={progress} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </>
  );
}
