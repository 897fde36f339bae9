import type { DocumentDetail } from '@lutai/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { documentPageOptions } from '../api/documents.ts';
import { AiLabel } from '../labels/ai-label.tsx';
import { useStrings } from '../language/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { SkeletonLines } from '../ui/states.tsx';
import { CitationFindings } from './citation-findings.tsx';
import { PlainText } from './plain-text.tsx';

export type PreviewTab = 'preview' | 'citations';

interface PreviewPaneProps {
  document: DocumentDetail;
  editable: boolean;
  dirty: boolean;
  tab: PreviewTab;
  onTab: (tab: PreviewTab) => void;
}

/** The document as it will be printed, and what the check of its citations found. */
export function PreviewPane({ document, editable, dirty, tab, onTab }: PreviewPaneProps) {
  const { documents } = useStrings();
  const { revision, findings, status, id, title } = document;
  const page = useQuery({
    ...documentPageOptions(id, `${revision?.id}:${status}`),
    enabled: revision !== null,
    placeholderData: keepPreviousData,
  });
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
      {dirty && <p className="text-sm text-warn">{documents.form.unsavedPreview}</p>}
      {tab === 'citations' && findings.length > 0 ? (
        <CitationFindings document={document} editable={editable} />
      ) : page.data ? (
        // No scripts, no forms, no address of its own: the sandbox allows nothing.
        <iframe
          title={title}
          sandbox=""
          srcDoc={page.data}
          data-testid="document-preview"
          className="min-h-[75dvh] w-full flex-1 rounded-lg border border-line bg-white lg:min-h-0"
        />
      ) : page.isPending ? (
        <SkeletonLines lines={10} />
      ) : (
        <div className="panel px-6 py-6" data-testid="document-preview">
          <PlainText text={revision?.text ?? ''} />
        </div>
      )}
    </div>
  );
}
