import type { DocumentDetail } from '@lutai/contracts';
import { useMutation } from '@tanstack/react-query';
import { Ellipsis, FileDown, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { discardDocument, documentFilePath } from '../api/documents.ts';
import { useStrings } from '../language/language.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { useKeepDocument } from './use-keep-document.ts';

const itemClass =
  'flex h-9 cursor-pointer select-none items-center gap-2 rounded-md px-2.5 text-sm outline-none data-[highlighted]:bg-sunken pointer-coarse:h-11';

/** What is seldom wanted: the file that was sent in, and giving the document up. */
export function DocumentMore({ document, editable }: { document: DocumentDetail; editable: boolean }) {
  const { documents } = useStrings();
  const [asking, setAsking] = useState(false);
  const hasSource = document.source !== null;
  if (!editable && !hasSource) return null;
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <IconButton label={documents.more} data-testid="document-more">
            <Ellipsis aria-hidden className="size-5" />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={4}
            className="anim-fade z-50 min-w-44 rounded-xl border border-line bg-surface p-1.5 shadow-over"
          >
            {hasSource && (
              <DropdownMenu.Item asChild className={itemClass}>
                <a href={documentFilePath(document.id, 'source')} download>
                  <FileDown aria-hidden className="size-4 text-faint" />
                  {documents.downloadSource}
                </a>
              </DropdownMenu.Item>
            )}
            {editable && (
              <DropdownMenu.Item className={itemClass} onSelect={() => setAsking(true)} data-testid="discard">
                <Trash2 aria-hidden className="size-4 text-faint" />
                {documents.discard.button}
              </DropdownMenu.Item>
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
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
