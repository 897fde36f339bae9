import { type Database, jobs } from '@lutai/db';
import { count, inArray } from 'drizzle-orm';

/** Jobs that wait or run; retries that are due later count too. */
export async function countUnfinishedJobs({ db }: { db: Database }): Promise<number> {
  const [row] = await db
    .select({ value: count() })
    .from(jobs)
    .where(inArray(jobs.state, ['queued', 'running']));
  return row?.value ?? 0;
}
