import { useStrings } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../ui/use-error-text.ts';
import type { DocumentForm } from './use-document-form.ts';

/** What happened to words that are not saved: somebody else saved, they came back, they were refused. */
export function FormNotices({ form }: { form: DocumentForm }) {
  const { documents } = useStrings();
  const errorText = useErrorText();
  return (
    <>
      {form.stale && (
        <Notice
          tone="danger"
          live
          title={documents.conflict.title}
          actions={
            <>
              <Button size="sm" onClick={form.rebase} data-testid="stale-keep">
                {documents.conflict.keep}
              </Button>
              <Button size="sm" variant="ghost" onClick={form.discard} data-testid="stale-load">
                {documents.conflict.load}
              </Button>
            </>
          }
        >
          {documents.conflict.body}
        </Notice>
      )}
      {form.save.isError && !form.stale && (
        <Notice tone="danger" live>
          {errorText(form.save.error)}
        </Notice>
      )}
      {form.restored && !form.stale && (
        <Notice
          actions={
            <Button size="sm" onClick={form.discard}>
              {documents.form.discard}
            </Button>
          }
        >
          {documents.form.restored}
        </Notice>
      )}
    </>
  );
}
