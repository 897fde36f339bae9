import type { DocumentDetail } from '@lutai/contracts';
import { useMutation } from '@tanstack/react-query';
import { FileDown, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { discardDocument, documentFilePath } from '../api/documents.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import { MoreDownload, MoreItem, MoreMenu } from '../ui/more-menu.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { useKeepDocument } from './use-keep-document.ts';

/** What is seldom wanted: the file that was sent in, and giving the document up. */
export function DocumentMore({ document, editable }: { document: DocumentDetail; editable: boolean }) {
  const { documents } = useStrings();
  const [asking, setAsking] = useState(false);
  const hasSource = document.source !== null;
  if (!editable && !hasSource) return null;
  return (
    <>
      <MoreMenu label={documents.more} testId="document-more">
        {hasSource && (
          <MoreDownload href={documentFilePath(document.id, 'source')}>
            <FileDown aria-hidden className="size-4 text-faint" />
            {documents.downloadSource}
          </MoreDownload>
        )}
        {editable && (
          <MoreItem onSelect={() => setAsking(true)} testId="discard">
            <Trash2 aria-hidden className="size-4 text-faint" />
            {documents.discard.button}
          </MoreItem>
        )}
      </MoreMenu>
      {asking && <DiscardDialog documentId={document.id} onClose={() => setAsking(false)} />}
    </>
  );
}

function DiscardDialog({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const { documents, common } = useStrings();
  const keep = useKeepDocument();
  const tell = useToast();
  const errorText = useErrorText();
  const mutation = useMutation({
    mutationFn: () => discardDocument(documentId),
    onSuccess: (after) => {
      keep(after);
      tell(documents.discard.done);
      onClose();
    },
  });
  return (
    <Modal
      open
      onOpenChange={(open) => !open && onClose()}
      title={documents.discard.title}
      description={documents.discard.body}
      footer={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button variant="danger" busy={mutation.isPending} onClick={() => mutation.mutate()}>
            {documents.discard.confirm}
          </Button>
        </>
      }
    >
      {mutation.error && (
        <Notice tone="danger" live>
          {errorText(mutation.error)}
        </Notice>
      )}
    </Modal>
  );
}
