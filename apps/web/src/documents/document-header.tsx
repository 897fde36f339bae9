import type { DocumentDetail, MatterDetail } from '@lutai/contracts';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { documentFilePath } from '../api/documents.ts';
import { useStrings } from '../language/language.tsx';
import { buttonClass } from '../ui/button.tsx';
import { DocumentMore } from './document-more.tsx';
import { DocumentStatusBadge } from './status-badges.tsx';

interface DocumentHeaderProps {
  detail: MatterDetail;
  document: DocumentDetail;
  editable: boolean;
  actions?: ReactNode;
}

/** What it is, whose, and what can be taken out of it. */
export function DocumentHeader({ detail, document, editable, actions }: DocumentHeaderProps) {
  const { documents } = useStrings();
  const { id, kind, title, status, createdByName, revision } = document;
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-3 lg:flex-nowrap lg:px-5">
      <div className="flex min-w-0 basis-full items-center gap-3 lg:flex-1">
        <Link
          to="/desk/$matterId"
          params={{ matterId: detail.matter.id }}
          aria-label={documents.back}
          className="-ml-1 flex size-9 shrink-0 items-center justify-center rounded-lg text-soft hover:bg-sunken hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-5" />
        </Link>
        <div className="min-w-0">
          <h1 lang="zh-CN" className="truncate font-semibold" data-testid="document-title">
            {title}
          </h1>
          <p className="truncate text-[0.8125rem] text-faint">
            {[
              detail.matter.number,
              detail.matter.clientName,
              documents.by(createdByName),
              ...(revision ? [documents.revision(revision.number)] : []),
            ].join(' · ')}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <DocumentStatusBadge status={status} />
        {actions}
        {revision && (
          <a
            href={documentFilePath(id, 'docx')}
            download
            data-testid="download-docx"
            className={buttonClass('secondary', 'sm')}
          >
            <Download aria-hidden className="size-4" />
            {kind === 'reviewed' ? documents.downloadAnnotated : documents.download}
          </a>
        )}
        <DocumentMore document={document} editable={editable} />
      </div>
    </header>
  );
}
