import type { MatterDetail } from '@lutai/contracts';
import { Archive, BookPlus, Hand } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../language/language.tsx';
import { maySign } from '../session/may-sign.ts';
import { useMe } from '../session/use-me.ts';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toast.tsx';
import { ConfirmAction } from './confirm-action.tsx';
import { MoreActions } from './more-actions.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { useMatterAction } from './use-matter-action.ts';

/** What can be done with the matter as a whole, by where it stands and who looks at it. */
export function MatterActions({ detail }: { detail: MatterDetail }) {
  const { review } = useStrings();
  const me = useMe();
  const tell = useToast();
  const [asking, setAsking] = useState<'archive' | 'publish' | 'redraft' | null>(null);
  const close = () => setAsking(null);
  const { matter, draft } = detail;
  const claim = useMatterAction(matter.id, 'claim');
  const release = useMatterAction(matter.id, 'release');
  const redraft = useMatterAction(matter.id, 'redraft', close);
  const archive = useMatterAction(matter.id, 'archive', () => {
    close();
    tell(review.archive.done);
  });
  if (!maySign(me.role)) return null;

  const closed = matter.status === 'answered' || matter.status === 'archived';
  const mine = matter.assigneeId === me.id;
  // With a draft to look at, claiming stands at its foot, where the eyes are.
  const claimHere = matter.assigneeId === null && !closed && draft?.status !== 'ready';
  const mayRelease = !closed && matter.assigneeId !== null && (mine || me.role === 'supervisor');
  const mayRedraft =
    (matter.assigneeId === null || mine) && ['in-review', 'approved', 'answered'].includes(matter.status);
  return (
    <>
      {claimHere && (
        <Button
          size="sm"
          variant="primary"
          icon={<Hand aria-hidden className="size-4" />}
          busy={claim.isPending}
          onClick={() => claim.mutate()}
          data-testid="claim"
        >
          {review.claim}
        </Button>
      )}
      {closed && detail.publishedCaseId === null && (
        <Button
          size="sm"
          icon={<BookPlus aria-hidden className="size-4" />}
          onClick={() => setAsking('publish')}
          data-testid="publish"
        >
          {review.publish.button}
        </Button>
      )}
      {matter.status === 'answered' && (
        <Button
          size="sm"
          icon={<Archive aria-hidden className="size-4" />}
          onClick={() => setAsking('archive')}
          data-testid="archive"
        >
          {review.archive.button}
        </Button>
      )}
      <MoreActions
        onRelease={mayRelease ? () => release.mutate() : null}
        onRedraft={mayRedraft ? () => setAsking('redraft') : null}
      />
      <ConfirmAction
        open={asking === 'archive'}
        title={review.archive.title}
        body={review.archive.body}
        confirm={review.archive.confirm}
        busy={archive.isPending}
        onConfirm={() => archive.mutate()}
        onClose={close}
        testId="archive-confirm"
      />
      <ConfirmAction
        open={asking === 'redraft'}
        title={review.editor.redraft}
        body={review.editor.redraftConfirm}
        confirm={review.editor.redraft}
        busy={redraft.isPending}
        onConfirm={() => redraft.mutate()}
        onClose={close}
        testId="redraft-confirm"
      />
      {asking === 'publish' && <PublishDialog matterId={matter.id} onClose={close} />}
    </>
  );
}
