import { type LawReview, type ReviewDecision, reviewDecisionsOf } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { decideReview } from '../api/reviews.ts';
import { useStrings } from '../language/language.tsx';
import { ConfirmAction } from '../review/confirm-action.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { controlClass } from '../ui/field.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { ReviewSubject } from './review-subject.tsx';

const tones: Record<LawReview['change'], Tone> = { changed: 'warn', removed: 'danger', ended: 'danger' };

const linkClass = 'underline decoration-line-strong underline-offset-4 hover:text-accent';

interface ReviewRowProps {
  review: LawReview;
  onDecided: () => void;
}

export function ReviewRow({ review, onDecided }: ReviewRowProps) {
  const { reviews } = useStrings().corpus;
  const { change, changedOn, subjectType, citation, law, lawId, versionId } = review;
  return (
    <li data-testid="law-review" className="border-b border-line px-4 py-4 last:border-0 sm:px-5">
      <div className="flex flex-wrap items-center gap-2">
        <Badge>{reviews.subjects[subjectType]}</Badge>
        <Badge tone={tones[change]}>{reviews.changes[change]}</Badge>
        <RelativeTime at={review.decidedAt ?? review.openedAt} className="tabular ml-auto text-sm text-faint" />
      </div>
      <p className="mt-2 leading-7">
        <ReviewSubject review={review} />
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-sm leading-7 text-soft">
        <Link to="/corpus/laws/$lawId" params={{ lawId }} search={{ version: versionId }} className={linkClass}>
          <span lang="zh-CN">{citation || law}</span>
        </Link>
        {changedOn && <span className="tabular text-faint">{reviews.since(changedOn)}</span>}
      </p>
      {review.decision === null ? <Decide review={review} onDecided={onDecided} /> : <Decided review={review} />}
    </li>
  );
}

function Decide({ review, onDecided }: ReviewRowProps) {
  const { reviews } = useStrings().corpus;
  const errorText = useErrorText();
  const tell = useToast();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [withdrawing, setWithdrawing] = useState(false);
  const decide = useMutation({
    mutationFn: (decision: ReviewDecision) => decideReview(review.id, { decision, note }),
    onSuccess: async (_, decision) => {
      setWithdrawing(false);
      tell(reviews.done(reviews.decisions[decision]));
      await client.invalidateQueries({ queryKey: ['law-reviews'] });
      onDecided();
    },
    onError: () => setWithdrawing(false),
  });
  return (
    <fieldset className="mt-3 flex flex-wrap items-center gap-2">
      <legend className="sr-only">{`${review.subjectTitle} ${review.citation}`}</legend>
      <input
        aria-label={reviews.note}
        placeholder={reviews.notePlaceholder}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        className={`${controlClass} h-10 sm:h-9 sm:w-auto sm:min-w-48 sm:flex-1`}
      />
      {reviewDecisionsOf[review.subjectType].map((decision) => (
        <Button
          key={decision}
          size="sm"
          className="h-9 border-line-strong"
          busy={decide.isPending && decide.variables === decision}
          disabled={decide.isPending}
          onClick={() => (decision === 'withdrawn' ? setWithdrawing(true) : decide.mutate(decision))}
          data-testid={`decide-${decision}`}
        >
          {reviews.decisions[decision]}
        </Button>
      ))}
      {decide.isError && (
        <p role="alert" className="basis-full text-sm text-danger">
          {errorText(decide.error)}
        </p>
      )}
      <ConfirmAction
        open={withdrawing}
        title={reviews.withdraw.title}
        body={reviews.withdraw.body}
        confirm={reviews.decisions.withdrawn}
        busy={decide.isPending}
        onConfirm={() => decide.mutate('withdrawn')}
        onClose={() => setWithdrawing(false)}
        testId="withdraw-confirm"
      />
    </fieldset>
  );
}

function Decided({ review }: { review: LawReview }) {
  const { reviews } = useStrings().corpus;
  if (review.decision === null) return null;
  return (
    <p className="mt-2 flex items-start gap-1.5 border-t border-line pt-2 text-sm leading-6 text-soft">
      <CircleCheck aria-hidden className="mt-1 size-4 shrink-0 text-ok" />
      <span className="min-w-0 break-words">
        <span className="font-medium text-ink">{reviews.decisions[review.decision]}</span> · {review.decidedByName}
        {review.note && (
          <span lang="zh-CN" className="block">
            {review.note}
          </span>
        )}
      </span>
    </p>
  );
}
