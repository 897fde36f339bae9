import { z } from 'zod';
import { daySchema, momentSchema } from './words.ts';

/** What became of an article: other words, no article of that label any more, or the whole law ended. */
export const lawChangeSchema = z.enum(['changed', 'removed', 'ended']);
export type LawChange = z.infer<typeof lawChangeSchema>;

/** What rests on it. `guidance` is what the desk's own data says of an area. */
export const reviewSubjectSchema = z.enum(['draft', 'answer', 'case', 'template', 'guidance', 'evaluation']);
export type ReviewSubject = z.infer<typeof reviewSubjectSchema>;

/** 仍然正确、已改正、已告知客户、撤回（案例）. */
export const reviewDecisionSchema = z.enum(['stands', 'corrected', 'informed', 'withdrawn']);
export type ReviewDecision = z.infer<typeof reviewDecisionSchema>;

/** What may be decided of what: only a case can be withdrawn, only a client told, and what was sent stays as it was. */
export const reviewDecisionsOf: Record<ReviewSubject, readonly ReviewDecision[]> = {
  draft: ['stands', 'corrected'],
  answer: ['stands', 'informed'],
  case: ['stands', 'withdrawn'],
  template: ['stands', 'corrected'],
  guidance: ['stands', 'corrected'],
  evaluation: ['stands', 'corrected'],
};

/** 复核: one thing that was said and rests on an article that changed. `changedOn` is null where a text was corrected. */
export const lawReviewSchema = z.object({
  id: z.string(),
  lawId: z.string(),
  law: z.string(),
  versionId: z.string(),
  article: z.string(),
  change: lawChangeSchema,
  changedOn: daySchema.nullable(),
  subjectType: reviewSubjectSchema,
  subjectId: z.string(),
  subjectTitle: z.string(),
  matterId: z.string().nullable(),
  citation: z.string(),
  openedAt: momentSchema,
  decision: reviewDecisionSchema.nullable(),
  note: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: momentSchema.nullable(),
});
export type LawReview = z.infer<typeof lawReviewSchema>;
export const lawReviewListSchema = z.object({ reviews: z.array(lawReviewSchema), total: z.number().int() });

export const decideReviewRequestSchema = z.object({
  decision: reviewDecisionSchema,
  note: z.string().max(500).default(''),
});
