import type { DocumentDetail } from '@lutai/contracts';
import { AiLabel } from '../labels/ai-label.tsx';
import { useStrings } from '../language/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { SkeletonLines } from '../ui/states.tsx';
import { CitationFindings } from './citation-findings.tsx';
import { PlainText } from './plain-text.tsx';
import { PreviewFrame } from './preview/preview-frame.tsx';
import type { LivePreview } from './preview/use-live-preview.ts';

export type PreviewTab = 'preview' | 'citations';

interface PreviewPaneProps {
  document: DocumentDetail;
  editable: boolean;
  dirty: boolean;
  preview: LivePreview;
  tab: PreviewTab;
  onTab: (tab: PreviewTab) => void;
}

/** The document as it will be printed, and what the check of its citations found. */
export function PreviewPane({ document, editable, dirty, preview, tab, onTab }: PreviewPaneProps) {
  const { documents, common } = useStrings();
  const { revision, findings, status, title } = document;
  const { page, error, again } = preview;
  const open = findings.filter((finding) => finding.open).length;
  return (
    <div className="flex min-h-full flex-col gap-3 bg-sunken px-4 py-4 lg:h-full lg:px-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {status === 'open' && <AiLabel text={documents.label} />}
        {findings.length > 0 && (
          <Segmented
            label={documents.view}
            className="ml-auto"
            value={tab}
            onChange={onTab}
            options={[
              { value: 'preview', label: documents.panes.preview },
              {
                value: 'citations',
                label: `${documents.panes.citations}${open > 0 ? ` ${open}` : ''}`,
                testId: 'document-citations',
              },
            ]}
          />
        )}
      </div>
      {tab === 'preview' && error !== null && status !== 'discarded' ? (
        <p className="text-sm text-warn" role="status" data-testid="preview-behind">
          {page === null ? documents.preview.none : documents.preview.behind}{' '}
          <button type="button" onClick={again} className="rounded underline underline-offset-4">
            {common.retry}
          </button>
        </p>
      ) : (
        dirty && <p className="text-sm text-soft">{documents.preview.unsaved}</p>
      )}
      {tab === 'citations' && findings.length > 0 ? (
        <CitationFindings document={document} editable={editable} />
      ) : page !== null ? (
        <PreviewFrame html={page.html} title={title} />
      ) : error === null ? (
        <SkeletonLines lines={10} />
      ) : (
        <div className="panel px-6 py-6" data-testid="document-preview">
          <PlainText text={revision?.text ?? ''} />
        </div>
      )}
    </div>
  );
}
