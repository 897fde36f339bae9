export { type DecideReviewDeps, decideReview } from './decide-review.ts';
export type { StandingText } from './find-affected.ts';
export { readLawSnapshot } from './law-snapshot.ts';
export { listReviews } from './list-reviews.ts';
export { type ReviewLawsDeps, reviewPassedDays, reviewSince } from './review-laws.ts';
