import type { DocumentSummary, MatterDetail } from '@lutai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FilePlus, FileSearch, FileText, FileUp } from 'lucide-react';
import { useState } from 'react';
import { documentsOptions, whileReading } from '../api/documents.ts';
import { useStrings } from '../language/language.tsx';
import { maySign } from '../session/may-sign.ts';
import { useMe } from '../session/use-me.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Empty, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { DocumentStatusBadge } from './status-badges.tsx';
import { TemplatePicker } from './template-picker.tsx';
import { UploadContract } from './upload-contract.tsx';

/** The documents of a matter, and the two ways to another. */
export function DocumentsTab({ detail }: { detail: MatterDetail }) {
  const { documents } = useStrings();
  const me = useMe();
  const { matter } = detail;
  const [opened, setOpened] = useState<'picker' | 'upload' | null>(null);
  const query = useQuery({ ...documentsOptions(matter.id), refetchInterval: whileReading });
  const mayBegin =
    maySign(me.role) && matter.status !== 'archived' && (matter.assigneeId === null || matter.assigneeId === me.id);
  if (query.isPending) return <SkeletonLines lines={5} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const all = query.data.documents;
  return (
    <div className="flex flex-col gap-4" data-testid="documents-list">
      {mayBegin && (
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            icon={<FilePlus aria-hidden className="size-4" />}
            onClick={() => setOpened('picker')}
            data-testid="start-document"
          >
            {documents.list.start}
          </Button>
          <Button
            size="sm"
            icon={<FileUp aria-hidden className="size-4" />}
            onClick={() => setOpened('upload')}
            data-testid="open-upload"
          >
            {documents.list.upload}
          </Button>
        </div>
      )}
      {all.length === 0 ? (
        <Empty icon={<FileText aria-hidden />} title={documents.list.empty}>
          {mayBegin && documents.list.emptyBody}
        </Empty>
      ) : (
        <ul className="flex flex-col gap-2">
          {all.toReversed().map((document) => (
            <li key={document.id}>
              <DocumentRow document={document} />
            </li>
          ))}
        </ul>
      )}
      {opened === 'picker' && <TemplatePicker matterId={matter.id} onClose={() => setOpened(null)} />}
      {opened === 'upload' && <UploadContract matterId={matter.id} onClose={() => setOpened(null)} />}
    </div>
  );
}

function DocumentRow({ document }: { document: DocumentSummary }) {
  const { documents } = useStrings();
  const { id, matterId, kind, title, status, missing, undecided, requested, reading, updatedAt } = document;
  const Icon = kind === 'reviewed' ? FileSearch : FileText;
  return (
    <Link
      to="/desk/$matterId/documents/$documentId"
      params={{ matterId, documentId: id }}
      data-testid="document-row"
      className="panel flex gap-3 p-3.5 transition-colors hover:border-line-strong"
    >
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-faint" strokeWidth={1.75} />
      <span className="min-w-0 flex-1">
        <span lang="zh-CN" className="block font-medium leading-6 [overflow-wrap:anywhere]">
          {title}
        </span>
        <span className="mt-1.5 flex flex-wrap items-center gap-1.5">
          <DocumentStatusBadge status={status} />
          {reading && <Badge>{documents.reading.page(reading.page, reading.pages)}</Badge>}
          {status === 'open' && missing > 0 && <Badge tone="warn">{documents.list.missing(missing)}</Badge>}
          {status === 'open' && undecided > 0 && <Badge tone="warn">{documents.list.undecided(undecided)}</Badge>}
          {requested && <Badge>{documents.list.requested}</Badge>}
        </span>
        <span className="mt-1 block text-[0.8125rem] text-faint">
          {documents.list[kind]} · {documents.list.updated} <RelativeTime at={updatedAt} />
        </span>
      </span>
    </Link>
  );
}
