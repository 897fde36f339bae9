import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { uploadContract } from '../api/documents.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { ContractDrop } from './contract-drop.tsx';
import { useKeepDocument } from './use-keep-document.ts';

/** Takes a contract in and opens its review. */
export function UploadContract({ matterId, onClose }: { matterId: string; onClose: () => void }) {
  const { documents, common } = useStrings();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const keep = useKeepDocument();
  const tell = useToast();
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const mutation = useMutation({
    mutationFn: (contract: File) => {
      abort.current = new AbortController();
      setSent(0);
      return uploadContract(matterId, contract, { signal: abort.current.signal, onSent: setSent });
    },
    onSuccess: async ({ document, duplicate }) => {
      keep(document);
      if (duplicate) tell(documents.upload.duplicate);
      await navigate({ to: '/desk/$matterId/documents/$documentId', params: { matterId, documentId: document.id } });
    },
  });
  const cancelled = mutation.error instanceof DOMException;
  return (
    <Modal
      open
      onOpenChange={(open) => {
        if (open) return;
        abort.current?.abort();
        onClose();
      }}
      title={documents.upload.title}
      description={documents.upload.lead}
      testId="upload-contract"
      footer={
        <>
          <Button onClick={onClose} disabled={mutation.isPending}>
            {common.cancel}
          </Button>
          <Button
            variant="primary"
            disabled={file === null}
            busy={mutation.isPending}
            onClick={() => file && mutation.mutate(file)}
            data-testid="contract-submit"
          >
            {documents.upload.start}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <ContractDrop
          file={file}
          onFile={(next) => {
            mutation.reset();
            setFile(next);
          }}
          sent={mutation.isPending ? sent : null}
          onCancel={() => abort.current?.abort()}
        />
        {mutation.error && !cancelled && (
          <Notice tone="danger" live>
            {errorText(mutation.error)}
          </Notice>
        )}
      </div>
    </Modal>
  );
}
