import { z } from 'zod';
import { readingProgressSchema } from './documents.ts';
import { jobSchema } from './matter.ts';
import { matterStatusSchema } from './words.ts';

/** Server-sent events of one matter (`/api/matters/:id/events`); the SSE event name is `type`. */
export const matterEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('status'), matterId: z.string(), status: matterStatusSchema }),
  z.object({
    type: z.literal('draft-step'),
    matterId: z.string(),
    step: z.enum(['triage', 'retrieve', 'write', 'check', 'done', 'failed']),
    detail: z.string(),
  }),
  z.object({ type: z.literal('draft-text'), matterId: z.string(), text: z.string() }),
  /** A document of the matter has changed; `forClient`: of what a client sees of it. */
  z.object({ type: z.literal('document'), matterId: z.string(), documentId: z.string(), forClient: z.boolean() }),
  /** A scanned contract is being recognised, page by page. */
  z.object({
    type: z.literal('document-reading'),
    matterId: z.string(),
    documentId: z.string(),
    ...readingProgressSchema.shape,
  }),
  z.object({ type: z.literal('message'), matterId: z.string(), messageId: z.string() }),
]);
export type MatterEvent = z.infer<typeof matterEventSchema>;

export const jobEventSchema = z.object({ type: z.literal('job'), job: jobSchema });
export type JobEvent = z.infer<typeof jobEventSchema>;
