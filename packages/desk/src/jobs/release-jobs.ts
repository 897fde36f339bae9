import { type Database, jobs } from '@lutai/db';
import { eq, sql } from 'drizzle-orm';

/**
 * Gives back every running job at once. Only for the start on an embedded database, where this process is the only one,
 * so that whatever is marked as running died with the process before.
 */
export async function releaseJobs(db: Database): Promise<number> {
  const released = await db
    .update(jobs)
    .set({
      state: 'queued',
      attempts: sql`greatest(${jobs.attempts} - 1, 0)`,
      crashes: sql`${jobs.crashes} + 1`,
      lockedBy: null,
      lockedUntil: null,
    })
    .where(eq(jobs.state, 'running'))
    .returning({ id: jobs.id });
  return released.length;
}
