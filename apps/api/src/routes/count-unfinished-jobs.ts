import { type Database, jobs } from '@lutai/db';
import { and, count, gt, inArray, lte, or, sql } from 'drizzle-orm';

/** Jobs that wait or run; retries that are due later count too, what is only planned for a later day does not. */
export async function countUnfinishedJobs({ db }: { db: Database }): Promise<number> {
  const begun = or(lte(jobs.runAt, sql`now()`), gt(jobs.attempts, 0), gt(jobs.crashes, 0));
  const [row] = await db
    .select({ value: count() })
    .from(jobs)
    .where(and(inArray(jobs.state, ['queued', 'running']), begun));
  return row?.value ?? 0;
}
