export { type DecideReviewDeps, decideReview } from './decide-review.ts';
export type { StandingText } from './find-affected.ts';
export { listReviews } from './list-reviews.ts';
export { type ReviewLawsDeps, reviewLaws } from './review-laws.ts';
