import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { useRef } from 'react';
import { lawReviewsOptions } from '../api/reviews.ts';
import { useStrings } from '../language/language.tsx';
import { PageHead } from '../ui/page-title.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Empty, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { CorpusFrame } from './corpus-frame.tsx';
import { ReviewRow } from './review-row.tsx';

const route = getRouteApi('/signed-in/upload-part/corpus/changes');

/** What was said and rests on law that has changed: a list to be worked off, each entry closed with a decision. */
export function ReviewsPage() {
  const { reviews } = useStrings().corpus;
  const { state = 'open' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(lawReviewsOptions(state));
  const rows = query.data?.reviews ?? [];
  const count = useRef<HTMLParagraphElement>(null);
  return (
    <CorpusFrame>
      <PageHead title={reviews.title} lead={<span className="block max-w-3xl leading-7">{reviews.lead}</span>} />
      <div className="mb-4 flex items-center gap-3">
        <Segmented
          label={reviews.title}
          value={state}
          onChange={(value) => void navigate({ search: value === 'open' ? {} : { state: value }, replace: true })}
          options={[
            { value: 'open', label: reviews.open, testId: 'reviews-open' },
            { value: 'decided', label: reviews.decided, testId: 'reviews-decided' },
          ]}
        />
        {query.data && (
          <p
            ref={count}
            tabIndex={-1}
            data-testid="reviews-count"
            className="tabular ml-auto rounded px-1 text-sm text-faint"
          >
            {reviews.count(query.data.total)}
          </p>
        )}
      </div>
      {query.isPending && <SkeletonLines lines={6} />}
      {query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && rows.length === 0 && (
        <div className="panel">
          <Empty icon={<ListChecks aria-hidden />} title={state === 'open' ? reviews.empty : reviews.emptyDecided}>
            {state === 'open' ? reviews.emptyBody : null}
          </Empty>
        </div>
      )}
      {rows.length > 0 && (
        <ul className="panel overflow-hidden">
          {rows.map((review) => (
            <ReviewRow
              key={review.id}
              review={review}
              // The entry goes, and with it the button that has the focus.
              onDecided={() => count.current?.focus({ preventScroll: true })}
            />
          ))}
        </ul>
      )}
    </CorpusFrame>
  );
}
