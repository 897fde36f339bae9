import type { TemplateSummary } from '@lutai/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LoaderCircle, Search } from 'lucide-react';
import { useState } from 'react';
import { startDocument, templatesOptions } from '../api/documents.ts';
import { useStrings } from '../language/language.tsx';
import { controlClass } from '../ui/field.tsx';
import { Modal } from '../ui/modal.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { findTemplates } from './find-templates.ts';
import { useKeepDocument } from './use-keep-document.ts';

/** Chooses a template and begins a document from it. */
export function TemplatePicker({ matterId, onClose }: { matterId: string; onClose: () => void }) {
  const { documents } = useStrings();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const keep = useKeepDocument();
  const [words, setWords] = useState('');
  const query = useQuery(templatesOptions);
  const start = useMutation({
    mutationFn: ({ id }: TemplateSummary) => startDocument(matterId, { templateId: id }),
    onSuccess: async (started) => {
      keep(started);
      await navigate({ to: '/desk/$matterId/documents/$documentId', params: { matterId, documentId: started.id } });
    },
  });
  const found = findTemplates(query.data?.templates ?? [], words);
  return (
    <Modal
      open
      onOpenChange={(open) => !open && !start.isPending && onClose()}
      title={documents.picker.title}
      description={documents.picker.lead}
      shape="wide"
      testId="template-picker"
    >
      <div className="sticky top-0 z-10 bg-surface pb-3">
        <div className="relative">
          <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-faint" />
          <input
            type="search"
            aria-label={documents.picker.search}
            placeholder={documents.picker.search}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            className={`${controlClass} h-10 pl-9`}
            data-testid="template-search"
          />
        </div>
      </div>
      {start.error && (
        <div className="mb-3">
          <Notice tone="danger" live>
            {errorText(start.error)}
          </Notice>
        </div>
      )}
      {query.isPending && <SkeletonLines lines={8} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && found.length === 0 && (
        <p className="py-8 text-center text-sm text-faint">{documents.picker.none}</p>
      )}
      <ul lang="zh-CN" className="grid gap-2 sm:grid-cols-2">
        {found.map((template) => (
          <li key={template.id}>
            <button
              type="button"
              disabled={start.isPending}
              onClick={() => start.mutate(template)}
              data-testid={`template-${template.id}`}
              className="flex h-full w-full flex-col items-start rounded-xl border border-line px-4 py-3 text-left transition-colors hover:border-line-strong disabled:opacity-60"
            >
              <span className="flex items-center gap-2 font-medium">
                {template.name}
                {start.isPending && start.variables.id === template.id && (
                  <LoaderCircle aria-hidden className="size-4 animate-spin" />
                )}
              </span>
              <span className="mt-1 block text-sm leading-6 text-soft">{template.purpose}</span>
              <span className="mt-1 block text-[0.8125rem] text-faint">
                {documents.picker.usedBy(template.usedBy)} · {documents.picker.fields(template.fields)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
