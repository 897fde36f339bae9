import type { Draft, MatterDetail, Revision } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { approveDraft } from '../api/desk.ts';
import { SignDialog, SignedText } from '../approval/sign-dialog.tsx';
import { CitedText } from '../citations/cited-text.tsx';
import { AiLabelled } from '../labels/ai-label.tsx';
import { isUnapproved } from '../labels/is-unapproved.ts';
import { useStrings } from '../language/language.tsx';
import { useToast } from '../ui/toast.tsx';

interface ApproveDialogProps {
  detail: MatterDetail;
  draft: Draft;
  revision: Revision;
  onClose: () => void;
}

/** The last look: exactly the text that goes out, to whom, under which fingerprint. */
export function ApproveDialog({ detail, draft, revision, onClose }: ApproveDialogProps) {
  const { review, words } = useStrings();
  const client = useQueryClient();
  const tell = useToast();
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
    <SignDialog
      title={review.approve.title}
      description={review.approve.lead(matter.clientName, words.channel[matter.channel])}
      contentHash={revision.contentHash}
      signing={mutation}
      onClose={onClose}
    >
      <div className="mb-2 flex gap-3 text-[0.8125rem] text-faint">
        <span>{review.revisions.number(revision.number)}</span>
        <span>{review.editor.characters(revision.text.length)}</span>
        <span>{review.approve.citations(revision.citations.length)}</span>
      </div>
      <AiLabelled labelled={isUnapproved(draft)}>
        <SignedText>
          <CitedText text={revision.text} citations={revision.citations} withStates />
        </SignedText>
      </AiLabelled>
    </SignDialog>
  );
}
