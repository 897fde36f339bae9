import { useQuery } from '@tanstack/react-query';
import { publicationOptions } from '../api/desk.ts';
import { useStrings } from '../language/language.tsx';
import { Modal } from '../ui/modal.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { PublishForm } from './publish-form.tsx';

/** The anonymised case as it would be found from then on: a person reads and corrects it first. */
export function PublishDialog({ matterId, onClose }: { matterId: string; onClose: () => void }) {
  const { review } = useStrings();
  const query = useQuery(publicationOptions(matterId));
  if (query.data) return <PublishForm matterId={matterId} preview={query.data} onClose={onClose} />;
  return (
    <Modal open onOpenChange={(open) => !open && onClose()} title={review.publish.title} shape="wide">
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Modal>
  );
}
