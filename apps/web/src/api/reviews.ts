import { lawReviewListSchema, type ReviewDecision } from '@lutai/contracts';
import { queryOptions } from '@tanstack/react-query';
import { queryString, request } from './request.ts';

export const lawReviewsOptions = (state: 'open' | 'decided') =>
  queryOptions({
    queryKey: ['law-reviews', state],
    queryFn: ({ signal }) => request(lawReviewListSchema, `/api/law-reviews${queryString({ state })}`, { signal }),
  });

export function decideReview(reviewId: string, body: { decision: ReviewDecision; note: string }) {
  return request(lawReviewListSchema, `/api/law-reviews/${encodeURIComponent(reviewId)}/decision`, {
    method: 'POST',
    body,
  });
}
