import type { PublicationPreview } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { publishCase } from '../api/desk.ts';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { controlClass, Field } from '../ui/field.tsx';
import { Modal } from '../ui/modal.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';

interface PublishFormProps {
  matterId: string;
  preview: PublicationPreview;
  onClose: () => void;
}

export function PublishForm({ matterId, preview, onClose }: PublishFormProps) {
  const { review, common } = useStrings();
  const errorText = useErrorText();
  const tell = useToast();
  const client = useQueryClient();
  const [fields, setFields] = useState({ title: preview.title, question: preview.question, answer: preview.answer });
  const incomplete = Object.values(fields).some((value) => value.trim() === '');
  const replaced = preview.replaced.filter(({ count }) => count > 0);
  const mutation = useMutation({
    mutationFn: () => publishCase(matterId, fields),
    onSuccess: async () => {
      tell(review.publish.published);
      onClose();
      await client.invalidateQueries({ queryKey: ['matter', matterId] });
    },
  });
  const text = (name: keyof typeof fields) => ({
    value: fields[name],
    onChange: (event: { target: { value: string } }) =>
      setFields((before) => ({ ...before, [name]: event.target.value })),
  });
  return (
    <Modal
      open
      onOpenChange={(open) => !open && !mutation.isPending && onClose()}
      title={review.publish.title}
      description={review.publish.lead}
      shape="wide"
      testId="publish-dialog"
      footer={
        <>
          <Button onClick={onClose} disabled={mutation.isPending}>
            {common.cancel}
          </Button>
          <Button
            variant="primary"
            busy={mutation.isPending}
            disabled={incomplete}
            onClick={() => mutation.mutate()}
            data-testid="publish-confirm"
          >
            {review.publish.confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {mutation.error && (
          <Notice tone="danger" live>
            {errorText(mutation.error)}
          </Notice>
        )}
        {replaced.length > 0 ? (
          <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
            {review.publish.replaced}
            {replaced.map(({ kind, count }) => (
              <Badge key={kind}>
                {kind} × {count}
              </Badge>
            ))}
          </p>
        ) : (
          <Notice tone="warn">{review.publish.nothingReplaced}</Notice>
        )}
        <Field
          label={review.publish.caseTitle}
          error={fields.title.trim() === '' ? review.publish.required : undefined}
        >
          {(control) => (
            <input
              {...control}
              {...text('title')}
              maxLength={200}
              data-testid="publish-title"
              className={`${controlClass} h-10`}
            />
          )}
        </Field>
        <Field label={review.publish.question}>
          {(control) => (
            <textarea
              {...control}
              {...text('question')}
              data-testid="publish-question"
              className={`${controlClass} py-2.5 min-h-28 leading-7`}
            />
          )}
        </Field>
        <Field label={review.publish.answer}>
          {(control) => (
            <textarea
              {...control}
              {...text('answer')}
              data-testid="publish-answer"
              className={`${controlClass} py-2.5 min-h-64 leading-7`}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}
