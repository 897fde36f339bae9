import type { DocumentSummary, MatterDetail } from '@lutai/contracts';
import { useQuery } from '@tanstack/react-query';
import { FileSearch, FileText } from 'lucide-react';
import { documentsOptions, whileReading } from '../api/documents.ts';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { RequestedDocument } from './requested-document.tsx';
import { UnreadLine } from './unread-line.tsx';

export const clientDocumentsId = 'client-documents';

/** What a client is asked to fill in, and what else of this matter is a document. */
export function ClientDocuments({ detail }: { detail: MatterDetail }) {
  const { portal } = useStrings();
  const { data } = useQuery({ ...documentsOptions(detail.matter.id), refetchInterval: whileReading });
  const all = data?.documents ?? [];
  const requested = all.filter(({ requested: asked, status }) => asked && status === 'open');
  const others = all.filter((document) => !requested.includes(document));
  if (all.length === 0) return null;
  const closed = detail.matter.status === 'archived';
  return (
    <section
      id={clientDocumentsId}
      aria-label={portal.documents.title}
      className="flex scroll-mt-4 flex-col gap-4"
      data-testid="client-documents"
    >
      {!closed && requested.map((document) => <RequestedDocument key={document.id} summary={document} />)}
      {others.length > 0 && (
        <ul className="panel divide-y divide-line">
          {others.map((document) =>
            document.status === 'reading' || document.status === 'unreadable' ? (
              <UnreadLine key={document.id} document={document} closed={closed} />
            ) : (
              <DocumentLine key={document.id} document={document} />
            ),
          )}
        </ul>
      )}
    </section>
  );
}

function DocumentLine({ document }: { document: DocumentSummary }) {
  const { portal } = useStrings();
  const delivered = document.status === 'delivered';
  const Icon = document.kind === 'reviewed' ? FileSearch : FileText;
  const words = delivered ? portal.documents.delivered : portal.documents[document.kind];
  return (
    <li className="flex items-center gap-3 px-4 py-3" data-testid="client-document">
      <Icon aria-hidden className="size-5 shrink-0 text-faint" strokeWidth={1.75} />
      <span lang="zh-CN" className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {document.title}
      </span>
      <Badge tone={delivered ? 'ok' : 'neutral'}>{words}</Badge>
    </li>
  );
}
