import { jobs, type Transaction } from '@lutai/db';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { JobPayload } from './job-context.ts';

export type EnqueueJobInput = {
  id: string;
  kind: string;
  payload: JobPayload;
  /** While a job with this key is unfinished, enqueueing again gives that job. */
  uniqueKey?: string;
  /** Not before this moment; at once when left out. */
  runAt?: Date;
  maxAttempts?: number;
};

/** Adds a job in the caller's transaction, so that it exists exactly when what it follows from does. */
export async function enqueueJob(
  tx: Transaction,
  input: EnqueueJobInput,
): Promise<{ jobId: string; created: boolean }> {
  for (;;) {
    const [created] = await tx
      .insert(jobs)
      .values({ ...input, uniqueKey: input.uniqueKey ?? null })
      .onConflictDoNothing({ target: jobs.uniqueKey, where: sql`${jobs.state} in ('queued', 'running')` })
      .returning({ id: jobs.id });
    if (created) return { jobId: created.id, created: true };
    const [existing] = await tx
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(eq(jobs.uniqueKey, input.uniqueKey ?? ''), inArray(jobs.state, ['queued', 'running'])));
    // It may have finished in between: then there is room for a new one.
    if (existing) return { jobId: existing.id, created: false };
  }
}
