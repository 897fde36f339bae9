import type { Rating } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Star } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useState } from 'react';
import { rateMatter } from '../api/matters.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { controlClass, Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useErrorText } from '../ui/use-error-text.ts';

const scores = [1, 2, 3, 4, 5];
const starClass = (on: boolean) => classNames('size-6', on ? 'fill-accent text-accent' : 'text-line-strong');

/** Five stars and a word; once given it is shown and stays. `open`: whether one may still be given. */
export function RateBox({ matterId, rating, open }: { matterId: string; rating: Rating | null; open: boolean }) {
  const { portal } = useStrings();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState('');
  const mutation = useMutation({
    mutationFn: (given: Rating) => rateMatter(matterId, given),
    onSuccess: () => client.invalidateQueries({ queryKey: ['matter', matterId] }),
  });

  if (rating) {
    return (
      <section data-testid="rating" className="flex flex-wrap items-center gap-3 rounded-xl bg-sunken px-5 py-4">
        <span className="text-sm text-soft">{portal.matter.rated}</span>
        <span role="img" aria-label={portal.matter.rateScore(rating.score)} className="flex">
          {scores.map((each) => (
            <Star key={each} aria-hidden className={starClass(each <= rating.score)} strokeWidth={1.5} />
          ))}
        </span>
        {rating.comment && <p className="w-full text-soft">{rating.comment}</p>}
      </section>
    );
  }
  if (!open) return null;
  return (
    <section className="rounded-xl bg-sunken px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="font-medium">{portal.matter.rateTitle}</h2>
        <RadioGroup.Root
          aria-label={portal.matter.rateTitle}
          orientation="horizontal"
          value={score === 0 ? '' : String(score)}
          onValueChange={(value) => setScore(Number(value))}
          className="flex"
        >
          {scores.map((each) => (
            <RadioGroup.Item
              key={each}
              value={String(each)}
              data-testid={`rate-${each}`}
              aria-label={portal.matter.rateScore(each)}
              className="rounded-md p-1.5 hover:bg-line/60 pointer-coarse:p-2.5"
            >
              <Star aria-hidden className={starClass(each <= score)} strokeWidth={1.5} />
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
        {score > 0 && <span className="text-sm text-soft">{portal.matter.rateWords[score - 1]}</span>}
      </div>
      {score > 0 && (
        <div className="mt-4 flex flex-col gap-3">
          <Field label={portal.matter.rateComment} optional>
            {(control) => (
              <textarea
                {...control}
                data-testid="rate-comment"
                maxLength={2000}
                value={comment}
                onChange={(event) => setComment(event.target.value)}
                className={`${controlClass} field-sizing-content py-2.5 min-h-20 resize-none`}
              />
            )}
          </Field>
          {mutation.error && (
            <Notice tone="danger" live>
              {errorText(mutation.error)}
            </Notice>
          )}
          <Button
            variant="primary"
            className="self-end"
            busy={mutation.isPending}
            onClick={() => mutation.mutate({ score, comment: comment.trim() })}
            data-testid="rate-submit"
          >
            {portal.matter.rateSubmit}
          </Button>
        </div>
      )}
    </section>
  );
}
