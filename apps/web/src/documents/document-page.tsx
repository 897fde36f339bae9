import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { documentOptions } from '../api/documents.ts';
import { matterOptions } from '../api/matters.ts';
import { hasCode } from '../api/request-error.ts';
import { useMatterEvents } from '../events/use-matter-events.ts';
import { NotFoundPage } from '../shell/plain-pages.tsx';
import { usePageTitle } from '../ui/page-title.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { ReviewedDesk } from './contract/reviewed-desk.tsx';
import { DraftedDesk } from './drafted-desk.tsx';
import { UnreadDesk } from './unread-desk.tsx';

const route = getRouteApi('/signed-in/desk-part/desk/$matterId/documents/$documentId');

export function DocumentPage() {
  const { matterId, documentId } = route.useParams();
  const { connected } = useMatterEvents(matterId);
  const refetchInterval = connected ? 30_000 : 5000;
  const matter = useQuery({ ...matterOptions(matterId), refetchInterval });
  const document = useQuery({
    ...documentOptions(matterId, documentId),
    refetchInterval: ({ state }) => (state.data?.status === 'reading' ? 3000 : refetchInterval),
  });
  usePageTitle(document.data?.title);
  if (hasCode(document.error ?? matter.error, 'not-found')) return <NotFoundPage />;
  if (matter.data && document.data) {
    const { kind, contract } = document.data;
    const Desk = kind !== 'reviewed' ? DraftedDesk : contract === null ? UnreadDesk : ReviewedDesk;
    return <Desk key={documentId} detail={matter.data} document={document.data} />;
  }
  const error = matter.error ?? document.error;
  if (error) {
    const retry = () => {
      void matter.refetch();
      void document.refetch();
    };
    return <ErrorState error={error} onRetry={retry} />;
  }
  return (
    <div className="grid gap-8 p-8 lg:grid-cols-2">
      <SkeletonLines lines={10} />
      <SkeletonLines lines={10} />
    </div>
  );
}
