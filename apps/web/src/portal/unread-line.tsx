import type { DocumentSummary } from '@lutai/contracts';
import { FileSearch } from 'lucide-react';
import { ReadingLine } from '../documents/reading-line.tsx';
import { DocumentStatusBadge } from '../documents/status-badges.tsx';
import { useDiscard } from '../documents/use-discard.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';

/** A scanned contract of the client's: how far it is, or why it could not be read, and the way to take it back. */
export function UnreadLine({ document, closed }: { document: DocumentSummary; closed: boolean }) {
  const words = useStrings().documents.reading;
  const reading = document.status === 'reading';
  const discard = useDiscard(document, reading ? words.cancelled : words.removed);
  return (
    <li className="flex flex-col gap-3 px-4 py-3" data-testid="unread-document">
      <div className="flex items-center gap-3">
        <FileSearch aria-hidden className="size-5 shrink-0 text-faint" strokeWidth={1.75} />
        <span lang="zh-CN" className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          {document.title}
        </span>
        <DocumentStatusBadge status={document.status} />
      </div>
      {reading ? (
        <ReadingLine reading={document.reading} />
      ) : (
        <div className="text-sm leading-6" role="alert">
          <p lang="zh-CN">{document.failure}</p>
          <p className="text-soft">{words.failedBody}</p>
        </div>
      )}
      {!closed && (
        <div>
          <Button size="sm" busy={discard.isPending} onClick={() => discard.mutate()} data-testid="give-up-reading">
            {reading ? words.cancel : words.remove}
          </Button>
        </div>
      )}
    </li>
  );
}
