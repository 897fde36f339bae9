import type { DocumentDetail, MatterDetail } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileText, Fingerprint, Send } from 'lucide-react';
import { approveDocument } from '../api/documents.ts';
import { CitedText } from '../citations/cited-text.tsx';
import { AiLabel } from '../labels/ai-label.tsx';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { PlainText } from './plain-text.tsx';
import { useKeepDocument } from './use-keep-document.ts';

interface ApproveDocumentProps {
  detail: MatterDetail;
  document: DocumentDetail;
  onClose: () => void;
}

/** The last look: the text and the file that go out, to whom, under which fingerprint. */
export function ApproveDocument({ detail, document, onClose }: ApproveDocumentProps) {
  const { documents, review, words, common } = useStrings();
  const client = useQueryClient();
  const keep = useKeepDocument();
  const tell = useToast();
  const errorText = useErrorText();
  const { matter } = detail;
  const { revision } = document;
  const mutation = useMutation({
    mutationFn: () =>
      approveDocument(document.id, { revisionId: revision?.id ?? '', contentHash: revision?.contentHash ?? '' }),
    onSuccess: (after) => {
      keep(after);
      tell(documents.approve.done);
      onClose();
    },
    // A refusal means that something changed: what changed is asked for at once.
    onError: () => client.invalidateQueries({ queryKey: ['matter', matter.id] }),
  });
  if (revision === null) return null;
  return (
    <Modal
      open
      onOpenChange={(open) => !open && !mutation.isPending && onClose()}
      title={documents.approve.title}
      description={documents.approve.lead(matter.clientName, words.channel[matter.channel])}
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
      <ul className="mb-4 flex flex-col gap-1.5 text-sm">
        {revision.attachments.map(({ name, sha256 }) => (
          <li key={sha256} className="flex items-center gap-2" data-testid="approve-file">
            <FileText aria-hidden className="size-4 shrink-0 text-faint" />
            <span className="text-faint">{documents.approve.file}</span>
            <span className="min-w-0 truncate">{name}</span>
            <code className="ml-auto text-xs text-faint">{sha256.slice(0, 8)}</code>
          </li>
        ))}
      </ul>
      <AiLabel className="mb-2" text={documents.label} />
      <div className="rounded-xl border border-line bg-canvas px-5 py-5 sm:px-7" data-testid="approve-text">
        {document.kind === 'reviewed' ? (
          <CitedText text={revision.text} citations={revision.citations} withStates />
        ) : (
          <PlainText text={revision.text} />
        )}
      </div>
    </Modal>
  );
}
