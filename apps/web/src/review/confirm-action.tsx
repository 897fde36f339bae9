import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';

interface ConfirmActionProps {
  open: boolean;
  title: string;
  body: string;
  confirm: string;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
  testId: string;
}

export function ConfirmAction({ open, title, body, confirm, busy, onConfirm, onClose, testId }: ConfirmActionProps) {
  const { common } = useStrings();
  return (
    <Modal
      open={open}
      onOpenChange={(next) => !next && !busy && onClose()}
      title={title}
      description={body}
      footer={
        <>
          <Button onClick={onClose} disabled={busy}>
            {common.cancel}
          </Button>
          <Button variant="primary" busy={busy} onClick={onConfirm} data-testid={testId}>
            {confirm}
          </Button>
        </>
      }
    />
  );
}
