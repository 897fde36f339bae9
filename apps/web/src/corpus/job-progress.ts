import { z } from 'zod';

const progressSchema = z.object({
  phase: z.string().default(''),
  done: z.number(),
  total: z.number(),
  secondsLeft: z.number().nullable().default(null),
});
export type JobProgress = z.infer<typeof progressSchema>;

/** How far a job says it is; null while it has not said so. */
export function jobProgress(progress: unknown): JobProgress | null {
  const parsed = progressSchema.safeParse(progress);
  return parsed.success ? parsed.data : null;
}
