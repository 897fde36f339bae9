import type { DocumentDetail, MatterDetail } from '@lutai/contracts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { startDocument } from '../api/documents.ts';
import { useStrings } from '../language/language.tsx';
import { maySign } from '../session/may-sign.ts';
import { useMe } from '../session/use-me.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { useKeepDocument } from './use-keep-document.ts';

/** What became of a document that no longer changes, and the way to correct one that was delivered. */
export function AfterDocument({ detail, document }: { detail: MatterDetail; document: DocumentDetail }) {
  const { documents, words } = useStrings();
  const me = useMe();
  const navigate = useNavigate();
  const keep = useKeepDocument();
  const tell = useToast();
  const errorText = useErrorText();
  const { id, matterId, templateId, status, messageId } = document;
  const copy = useMutation({
    mutationFn: () => startDocument(matterId, { templateId: templateId ?? '', copyOf: id }),
    onSuccess: async (started) => {
      keep(started);
      const params = { matterId, documentId: started.id };
      await navigate({ to: '/desk/$matterId/documents/$documentId', params });
    },
    onError: (error) => tell(errorText(error), 'danger'),
  });
  if (status === 'open') return null;
  if (status === 'discarded') return <Notice>{documents.after.discarded}</Notice>;
  const message = detail.messages.find((one) => one.id === messageId);
  const delivered = status === 'delivered';
  return (
    <div data-testid="after-document">
      <Notice
        tone={delivered ? 'ok' : 'warn'}
        live
        title={delivered ? documents.after.delivered : documents.after.approved}
        actions={
          templateId !== null && maySign(me.role) && detail.matter.status !== 'archived' ? (
            <Button size="sm" busy={copy.isPending} onClick={() => copy.mutate()} data-testid="copy-document">
              {documents.after.copy}
            </Button>
          ) : undefined
        }
      >
        {message?.approvedByName && (
          <p>
            {documents.after.by(message.approvedByName)} · {words.channel[message.channel]} · {detail.matter.clientName}
          </p>
        )}
      </Notice>
    </div>
  );
}
