import type { LawReview, ReviewDecision } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { decideReview } from '../api/reviews.ts';
import { useStrings } from '../language/language.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { controlClass } from '../ui/field.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { useErrorText } from '../ui/use-error-text.ts';

const tones: Record<LawReview['change'], Tone> = { changed: 'warn', removed: 'danger', ended: 'danger' };

/** What may be decided of what: only a case can be withdrawn, only a client can be told. */
const decisionsOf: Record<LawReview['subjectType'], readonly ReviewDecision[]> = {
  draft: ['stands', 'corrected'],
  answer: ['stands', 'informed'],
  case: ['stands', 'withdrawn'],
  template: ['stands', 'corrected'],
  guidance: ['stands', 'corrected'],
  evaluation: ['stands', 'corrected'],
};

export function ReviewRow({ review }: { review: LawReview }) {
  const { reviews } = useStrings().corpus;
  const { change, changedOn, subjectType, subjectTitle, citation, law, lawId, versionId } = review;
  return (
    <li data-testid="law-review" className="border-b border-line px-5 py-4 last:border-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Badge>{reviews.subjects[subjectType]}</Badge>
        <Subject review={review} title={subjectTitle} />
        <RelativeTime at={review.decidedAt ?? review.openedAt} className="tabular ml-auto text-sm text-faint" />
      </div>
      <p className="mt-2 flex flex-wrap items-center gap-2 text-sm leading-6 text-soft">
        <Badge tone={tones[change]}>{reviews.changes[change]}</Badge>
        <Link
          to="/corpus/laws/$lawId"
          params={{ lawId }}
          search={{ version: versionId }}
          className="underline decoration-line-strong underline-offset-4 hover:text-accent"
        >
          <span lang="zh-CN">{citation || law}</span>
        </Link>
        {changedOn && <span className="tabular text-faint">{reviews.since(changedOn)}</span>}
      </p>
      {review.decision === null ? <Decide review={review} /> : <Decided review={review} />}
    </li>
  );
}

function Subject({ review, title }: { review: LawReview; title: string }) {
  const name = (
    <span lang="zh-CN" className="font-medium">
      {title}
    </span>
  );
  if (review.matterId === null || (review.subjectType !== 'draft' && review.subjectType !== 'answer')) return name;
  return (
    <Link to="/desk/$matterId" params={{ matterId: review.matterId }} className="hover:text-accent">
      {name}
    </Link>
  );
}

function Decide({ review }: { review: LawReview }) {
  const { reviews } = useStrings().corpus;
  const errorText = useErrorText();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const decide = useMutation({
    mutationFn: (decision: ReviewDecision) => decideReview(review.id, { decision, note }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['law-reviews'] }),
  });
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <input
        aria-label={reviews.note}
        placeholder={reviews.notePlaceholder}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        className={`${controlClass} h-9 min-w-48 flex-1`}
      />
      {decisionsOf[review.subjectType].map((decision) => (
        <Button
          key={decision}
          size="sm"
          variant={decision === 'withdrawn' ? 'danger' : 'secondary'}
          busy={decide.isPending && decide.variables === decision}
          disabled={decide.isPending}
          onClick={() => decide.mutate(decision)}
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
    </div>
  );
}

function Decided({ review }: { review: LawReview }) {
  const { reviews } = useStrings().corpus;
  if (review.decision === null) return null;
  return (
    <p className="mt-2 text-sm leading-6 text-soft">
      {review.decidedByName} · {reviews.decisions[review.decision]}
      {review.note && <span lang="zh-CN">：{review.note}</span>}
    </p>
  );
}
