import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { addMessage } from '../api/matters.ts';
import { useStrings } from '../language/language.tsx';
import { browserStore, localDraft } from '../storage/local-draft.ts';
import { newSubmissionKey, type Submission, submissionFor } from '../storage/submission-key.ts';
import { Button } from '../ui/button.tsx';
import { controlClass, Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';

export function FollowUp({ matterId, pending }: { matterId: string; pending: boolean }) {
  const { portal } = useStrings();
  const errorText = useErrorText();
  const tell = useToast();
  const client = useQueryClient();
  const [kept] = useState(() => localDraft(browserStore(), `follow-up.${matterId}`, z.string()));
  const [text, setText] = useState(() => kept.read() ?? '');
  const [submission, setSubmission] = useState<Submission | null>(null);
  const mutation = useMutation({
    mutationFn: (body: { text: string; idempotencyKey: string }) => addMessage(matterId, body),
    onSuccess: () => {
      kept.clear();
      setText('');
      setSubmission(null);
      tell(portal.matter.sent);
      return client.invalidateQueries({ queryKey: ['matter', matterId] });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words === '' || mutation.isPending) return;
    const next = submissionFor(submission, words, newSubmissionKey);
    setSubmission(next);
    mutation.mutate({ text: words, idempotencyKey: next.key });
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Field label={portal.matter.followUpLabel} hint={pending ? portal.matter.followUpPending : undefined}>
        {(control) => (
          <textarea
            {...control}
            data-testid="follow-up-text"
            maxLength={20_000}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              kept.write(event.target.value);
            }}
            placeholder={portal.matter.followUpPlaceholder}
            className={`${controlClass} field-sizing-content py-2.5 min-h-24 resize-none leading-7`}
          />
        )}
      </Field>
      {mutation.error && (
        <Notice tone="danger" live>
          {errorText(mutation.error)}
        </Notice>
      )}
      <Button
        type="submit"
        className="self-end"
        busy={mutation.isPending}
        disabled={text.trim() === ''}
        data-testid="follow-up-submit"
      >
        {portal.matter.followUp}
      </Button>
    </form>
  );
}
