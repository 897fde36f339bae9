import { matterKinds } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { SendHorizontal } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { askMatter } from '../api/matters.ts';
import { useStrings } from '../language/language.tsx';
import { newSubmissionKey, submissionFor } from '../storage/submission-key.ts';
import { Button } from '../ui/button.tsx';
import { controlClass, Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { today } from '../ui/relative-time.ts';
import { SelectField } from '../ui/select-field.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { AskExamples } from './ask-examples.tsx';
import { useAskDraft } from './use-ask-draft.ts';

const longest = 20_000;

export function AskForm({ userId }: { userId: string }) {
  const { portal, words, common } = useStrings();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { draft, change, clear, restored, keeps } = useAskDraft(userId);
  const [issue, setIssue] = useState<string>();
  const box = useRef<HTMLTextAreaElement>(null);
  const mutation = useMutation({
    mutationFn: askMatter,
    onSuccess: async ({ matterId }) => {
      clear();
      void client.invalidateQueries({ queryKey: ['matters'] });
      await navigate({ to: '/matters/$matterId', params: { matterId } });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mutation.isPending) return;
    const text = draft.text.trim();
    const found = text === '' ? portal.ask.empty : text.length > longest ? portal.ask.tooLong(longest) : undefined;
    setIssue(found);
    if (found) return box.current?.focus();
    const content = { text, kind: draft.kind, ...(draft.factsDate ? { factsDate: draft.factsDate } : {}) };
    const submission = submissionFor(draft.submission, content, newSubmissionKey);
    change({ submission });
    mutation.mutate({ ...content, idempotencyKey: submission.key });
  };

  return (
    <form onSubmit={submit} className="mt-8">
      <div className="panel shadow-raised focus-within:border-accent">
        <label htmlFor="ask-text" className="sr-only">
          {portal.ask.label}
        </label>
        <textarea
          ref={box}
          id="ask-text"
          data-testid="ask-text"
          value={draft.text}
          onChange={(event) => {
            setIssue(undefined);
            change({ text: event.target.value });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit(event);
          }}
          aria-invalid={issue ? true : undefined}
          aria-describedby="ask-issue"
          placeholder={portal.ask.placeholder}
          className="field-sizing-content min-h-48 w-full resize-none rounded-t-xl bg-transparent px-5 pt-4 pb-2 text-base leading-8 placeholder:text-faint focus-visible:outline-none"
        />
        <div
          className="flex min-h-8 items-center justify-between px-5 pb-3 text-[0.8125rem] text-faint"
          aria-live="polite"
        >
          <span>{draft.text === '' ? '' : keeps ? portal.ask.saved : common.unsavedLocally}</span>
          {draft.text !== '' && <span className="tabular">{portal.ask.count(draft.text.length)}</span>}
        </div>
        <div className="flex flex-col gap-4 border-t border-line px-5 py-4 sm:flex-row sm:items-start">
          <SelectField
            label={portal.ask.kind}
            className="sm:w-36"
            testId="ask-kind"
            value={draft.kind}
            options={matterKinds.map((value) => ({ value, label: words.kind[value] }))}
            onChange={(kind) => change({ kind })}
          />
          <Field label={portal.ask.factsDate} optional hint={portal.ask.factsDateHint} className="sm:flex-1">
            {(control) => (
              <input
                {...control}
                data-testid="ask-facts-date"
                type="date"
                max={today()}
                value={draft.factsDate}
                onChange={(event) => change({ factsDate: event.target.value })}
                className={`${controlClass} h-10 sm:max-w-48`}
              />
            )}
          </Field>
          <Button
            type="submit"
            variant="primary"
            className="sm:mt-[1.625rem]"
            busy={mutation.isPending}
            icon={<SendHorizontal aria-hidden className="size-4" />}
            data-testid="ask-submit"
          >
            {mutation.isPending ? portal.ask.submitting : portal.ask.submit}
          </Button>
        </div>
      </div>
      <div id="ask-issue" className="mt-3 flex flex-col gap-2">
        {issue && (
          <Notice tone="danger" live>
            {issue}
          </Notice>
        )}
        {mutation.error && (
          <Notice tone="danger" live>
            {errorText(mutation.error)}
          </Notice>
        )}
        {restored && draft.text !== '' && mutation.isIdle && (
          <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
            {portal.ask.restored}
            <button type="button" onClick={clear} className="text-accent hover:underline">
              {portal.ask.clear}
            </button>
          </p>
        )}
      </div>
      {draft.text === '' && (
        <AskExamples
          onChoose={(text) => {
            change({ text });
            box.current?.focus();
          }}
        />
      )}
    </form>
  );
}
