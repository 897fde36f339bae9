import type { Draft, MatterDetail, Revision } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fingerprint, Send } from 'lucide-react';
import { approveDraft } from '../api/desk.ts';
import { CitedText } from '../citations/cited-text.tsx';
import { AiLabelled } from '../labels/ai-label.tsx';
import { isUnapproved } from '../labels/is-unapproved.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';

interface ApproveDialogProps {
  detail: MatterDetail;
  draft: Draft;
  revision: Revision;
  onClose: () => void;
}

/** The last look: exactly the text that goes out, to whom, under which fingerprint. */
export function ApproveDialog({ detail, draft, revision, onClose }: ApproveDialogProps) {
  const { review, words, common } = useStrings();
  const client = useQueryClient();
  const tell = useToast();
  const errorText = useErrorText();
  const { matter } = detail;
  const mutation = useMutation({
    mutationFn: () => approveDraft(draft.id, { revisionId: revision.id, contentHash: revision.contentHash }),
    onSuccess: (after) => {
      client.setQueryData(['matter', matter.id], after);
      void client.invalidateQueries({ queryKey: ['matter', matter.id] });
      void client.invalidateQueries({ queryKey: ['queue'] });
      tell(review.after.sent);
      onClose();
    },
    // A refusal means that something changed: what changed is asked for at once.
    onError: () => client.invalidateQueries({ queryKey: ['matter', matter.id] }),
  });
  return (
    <Modal
      open
      onOpenChange={(open) => !open && !mutation.isPending && onClose()}
      title={review.approve.title}
      description={review.approve.lead(matter.clientName, words.channel[matter.channel])}
      shape="wide"
      testId="approve-dialog"
      footer={
        <>
          <p title={review.approve.hashHint} className="mr-auto flex items-center gap-1.5 text-[0.8125rem] text-faint">
            <Fingerprint aria-hidden className="size-4" />
            {review.approve.hash} <code data-testid="approve-hash">{revision.contentHash.slice(0, 12)}</code>
          </p>
          <Button onClick={onClose} disabled={mutation.isPending}>
            {common.cancel}
          </Button>
          <Button
            variant="primary"
            icon={<Send aria-hidden className="size-4" />}
            busy={mutation.isPending}
            onClick={() => mutation.mutate()}
            data-testid="approve-confirm"
          >
            {review.approve.confirm}
          </Button>
        </>
      }
    >
      {mutation.error && (
        <div className="mb-3">
          <Notice tone="danger" live>
            {errorText(mutation.error)}
          </Notice>
        </div>
      )}
      <div className="mb-2 flex gap-3 text-[0.8125rem] text-faint">
        <span>{review.revisions.number(revision.number)}</span>
        <span>{review.editor.characters(revision.text.length)}</span>
        <span>{review.approve.citations(revision.citations.length)}</span>
      </div>
      <AiLabelled labelled={isUnapproved(draft)}>
        <div className="rounded-xl border border-line bg-canvas px-5 py-5 sm:px-7" data-testid="approve-text">
          <CitedText text={revision.text} citations={revision.citations} withStates />
        </div>
      </AiLabelled>
    </Modal>
  );
}
