import type { Job } from '@lutai/contracts';
import { z } from 'zod';
import type { Step } from '../output/progress.ts';

const progressSchema = z.object({
  phase: z.string(),
  done: z.number(),
  total: z.number(),
  secondsLeft: z.number().nullable().default(null),
});

/** How far a job is, in the form that progress is shown in; null while it has not said so. */
export function jobStep(job: Job): Step | null {
  const parsed = progressSchema.safeParse(job.progress);
  return parsed.success ? parsed.data : null;
}
