import type { DocumentDetail, DocumentSummary } from '@lutai/contracts';
import { useQuery } from '@tanstack/react-query';
import { PencilLine } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { documentOptions } from '../api/documents.ts';
import { DocumentField } from '../documents/form/document-field.tsx';
import { FormNotices } from '../documents/form/form-notices.tsx';
import { jumpToField } from '../documents/form/jump-to-field.ts';
import { useDocumentForm } from '../documents/form/use-document-form.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';

/** A document of which the client is asked to fill in some fields. */
export function RequestedDocument({ summary }: { summary: DocumentSummary }) {
  const { portal } = useStrings();
  const query = useQuery(documentOptions(summary.matterId, summary.id));
  return (
    <section className="panel shadow-raised" data-testid="requested-document">
      <header className="flex items-start gap-2.5 border-b border-line px-5 py-3.5 sm:px-7">
        <PencilLine aria-hidden className="mt-1 size-[1.125rem] shrink-0 text-accent" />
        <div>
          <h2 lang="zh-CN" className="font-semibold">
            {portal.documents.fill(summary.title)}
          </h2>
          <p className="text-sm leading-6 text-soft">{portal.documents.fillLead}</p>
        </div>
      </header>
      <div className="px-5 py-5 sm:px-7">
        {query.data ? (
          <RequestedForm document={query.data} />
        ) : query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines lines={5} />
        )}
      </div>
    </section>
  );
}

function RequestedForm({ document }: { document: DocumentDetail }) {
  const { portal, documents } = useStrings();
  const words = portal.documents;
  const { fields, missing, problems } = document;
  const [state, setState] = useState<'filling' | 'thanked' | 'complete'>(missing.length === 0 ? 'complete' : 'filling');
  const form = useDocumentForm(document, () => {
    setSaved(true);
    setState('thanked');
  });
  const [saved, setSaved] = useState(false);
  const told = useRef<HTMLDivElement>(null);
  // Before the first saving everything is still to be filled in: then it need not be said of each.
  const isMissing = (path: string) => saved && missing.some(({ key }) => key === path);
  const errors = problems.filter(({ severity }) => severity === 'error');

  const thanked = state === 'thanked' && !form.dirty;
  useEffect(() => {
    // The form that stood here was longer than the page.
    if (thanked) told.current?.scrollIntoView({ block: 'center' });
  }, [thanked]);

  if (state !== 'filling' && !form.dirty) {
    return (
      <div ref={told} data-testid="document-thanks">
        <Notice
          tone={missing.length === 0 && errors.length === 0 ? 'ok' : 'warn'}
          live
          title={state === 'thanked' ? words.thanks : words.complete}
          actions={
            <Button size="sm" onClick={() => setState('filling')} data-testid="fill-again">
              {words.again}
            </Button>
          }
        >
          {missing.length > 0 && <p lang="zh-CN">{words.stillMissing(missing.map(({ label }) => label).join('、'))}</p>}
          {errors.map(({ message }) => (
            <p key={message} lang="zh-CN">
              {message}
            </p>
          ))}
          {missing.length === 0 && errors.length === 0 && <p>{words.next}</p>}
        </Notice>
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.stale && !form.save.isPending) form.submit();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-7" data-testid="client-form">
      <FormNotices form={form} />
      {fields.map((field) => (
        <DocumentField
          key={field.key}
          plain
          field={field}
          value={form.valueOf(field.key)}
          onChange={(value) => form.change(field.key, value)}
          disabled={form.save.isPending}
          isMissing={isMissing}
          problems={problems.filter((problem) => problem.fields.includes(field.key))}
          requested={false}
        />
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          variant="primary"
          disabled={!form.dirty || form.stale}
          busy={form.save.isPending}
          data-testid="client-save"
        >
          {words.save}
        </Button>
        {missing[0] && (
          <button
            type="button"
            onClick={() => missing[0] && jumpToField(missing[0].key)}
            className="rounded text-sm text-soft underline underline-offset-4"
          >
            {documents.form.missing(missing.length)}
          </button>
        )}
      </div>
    </form>
  );
}
