import { Fingerprint, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import { Notice } from '../ui/notice.tsx';
import { useErrorText } from '../ui/use-error-text.ts';

interface SignDialogProps {
  title: string;
  description: string;
  contentHash: string;
  signing: { isPending: boolean; error: Error | null; mutate: () => void };
  onClose: () => void;
  /** What goes out. */
  children: ReactNode;
}

/** The last look before something is signed: what goes out, to whom, under which fingerprint. */
export function SignDialog({ title, description, contentHash, signing, onClose, children }: SignDialogProps) {
  const { review, common } = useStrings();
  const errorText = useErrorText();
  return (
    <Modal
      open
      onOpenChange={(open) => !open && !signing.isPending && onClose()}
      title={title}
      description={description}
      shape="wide"
      testId="approve-dialog"
      footer={
        <>
          <p title={review.approve.hashHint} className="mr-auto flex items-center gap-1.5 text-[0.8125rem] text-faint">
            <Fingerprint aria-hidden className="size-4" />
            {review.approve.hash} <code data-testid="approve-hash">{contentHash.slice(0, 12)}</code>
          </p>
          <Button onClick={onClose} disabled={signing.isPending}>
            {common.cancel}
          </Button>
          <Button
            variant="primary"
            icon={<Send aria-hidden className="size-4" />}
            busy={signing.isPending}
            onClick={() => signing.mutate()}
            data-testid="approve-confirm"
          >
            {review.approve.confirm}
          </Button>
        </>
      }
    >
      {signing.error && (
        <div className="mb-3">
          <Notice tone="danger" live>
            {errorText(signing.error)}
          </Notice>
        </div>
      )}
      {children}
    </Modal>
  );
}

/** The text as it goes out. */
export function SignedText({ children }: { children: ReactNode }) {
  return (
    <div className="rounded-xl border border-line bg-canvas px-5 py-5 sm:px-7" data-testid="approve-text">
      {children}
    </div>
  );
}
