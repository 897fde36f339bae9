import type { DocumentDetail, MatterDetail } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { approveDocument } from '../api/documents.ts';
import { SignDialog, SignedText } from '../approval/sign-dialog.tsx';
import { CitedText } from '../citations/cited-text.tsx';
import { AiLabel } from '../labels/ai-label.tsx';
import { useStrings } from '../language/language.tsx';
import { useToast } from '../ui/toast.tsx';
import { PlainText } from './plain-text.tsx';
import { useKeepDocument } from './use-keep-document.ts';

interface ApproveDocumentProps {
  detail: MatterDetail;
  document: DocumentDetail;
  onClose: () => void;
}

/** The last look: the text and the file that go out, to whom, under which fingerprint. */
export function ApproveDocument({ detail, document, onClose }: ApproveDocumentProps) {
  const { documents, words } = useStrings();
  const client = useQueryClient();
  const keep = useKeepDocument();
  const tell = useToast();
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
    <SignDialog
      title={documents.approve.title}
      description={documents.approve.lead(matter.clientName, words.channel[matter.channel])}
      contentHash={revision.contentHash}
      signing={mutation}
      onClose={onClose}
    >
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
      <SignedText>
        {document.kind === 'reviewed' ? (
          <CitedText text={revision.text} citations={revision.citations} withStates />
        ) : (
          <PlainText text={revision.text} />
        )}
      </SignedText>
    </SignDialog>
  );
}
