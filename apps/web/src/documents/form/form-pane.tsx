import type { DocumentDetail } from '@lutai/contracts';
import { CitationLink } from '../../citations/citation-link.tsx';
import { useStrings } from '../../language/language.tsx';
import { Badge } from '../../ui/badge.tsx';
import type { LivePreview } from '../preview/use-live-preview.ts';
import { DocumentField } from './document-field.tsx';
import { jumpToField } from './jump-to-field.ts';
import type { DocumentForm } from './use-document-form.ts';

interface FormPaneProps {
  document: DocumentDetail;
  form: DocumentForm;
  preview: LivePreview;
  disabled: boolean;
}

/** What is missing and what does not hold, each leading to its place, and then the form. */
export function FormPane({ document, form, preview, disabled }: FormPaneProps) {
  const { documents } = useStrings();
  const { requestedFields, notice } = document;
  // While something is not saved, what the preview says of it; it may be some words behind.
  const { fields, missing, problems } = form.dirty && preview.page !== null ? preview.page : document;
  const asked = fields.filter((field) => field.asked || form.changed.includes(field.key));
  // What was typed since may no longer be missing.
  const isMissing = (path: string) =>
    (preview.current || !form.changed.includes(path)) && missing.some(({ key }) => key === path);
  const changedChoice = fields.some(({ key, type }) => type === 'choice' && form.changed.includes(key));
  return (
    <div className="flex flex-col gap-7 px-4 py-5 lg:px-6" data-testid="document-form">
      {document.status === 'open' && (
        <section className="flex flex-col gap-3" aria-live="polite">
          {missing.length > 0 ? (
            <div>
              <h2 className="mb-2 text-sm font-semibold text-warn" data-testid="missing-count">
                {documents.form.missing(missing.length)}
              </h2>
              <ul lang="zh-CN" className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
                {missing.map(({ key, label, question }) => (
                  <li key={key}>
                    <button
                      type="button"
                      title={question}
                      data-testid="missing-field"
                      onClick={() => jumpToField(key)}
                      className="rounded-md border border-line bg-surface px-2 py-0.5 text-left text-sm text-soft hover:border-line-strong hover:text-ink pointer-coarse:py-2"
                    >
                      {label}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ) : (
            <p className="text-sm text-ok">{documents.form.complete}</p>
          )}
          {problems.length > 0 && (
            <div>
              <h2 className="mb-2 text-sm font-semibold">{documents.form.problems}</h2>
              <ul className="flex flex-col gap-2">
                {problems.map(({ message, severity, provision, fields: about }) => (
                  <li key={message} data-testid="problem" className="flex items-start gap-2 text-sm leading-6">
                    <Badge tone={severity === 'error' ? 'danger' : 'warn'}>{documents.severity[severity]}</Badge>
                    <span lang="zh-CN" className="min-w-0">
                      <button
                        type="button"
                        onClick={() => about[0] && jumpToField(about[0])}
                        className="rounded text-left underline decoration-line-strong underline-offset-4 hover:decoration-ink"
                      >
                        {message}
                      </button>{' '}
                      {provision && <CitationLink citation={provision} />}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </section>
      )}
      <div className="flex flex-col gap-6">
        {asked.map((field) => (
          <DocumentField
            key={field.key}
            field={field}
            value={form.valueOf(field.key)}
            onChange={(value) => form.change(field.key, value)}
            disabled={disabled}
            isMissing={isMissing}
            problems={problems.filter((problem) => problem.fields.includes(field.key))}
            requested={document.status === 'open' && requestedFields.includes(field.key)}
          />
        ))}
        {changedChoice && preview.error !== null && (
          <p className="text-sm text-faint">{documents.form.changedChoice}</p>
        )}
      </div>
      {notice.length > 0 && (
        <section className="border-t border-line pt-4">
          <h2 className="mb-2 text-sm font-semibold">{documents.form.notice}</h2>
          <ul lang="zh-CN" className="flex list-disc flex-col gap-1 pl-5 text-sm leading-6 text-soft">
            {notice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
