import { type Database, jobs } from '@lutai/db';
import { and, asc, eq, inArray, lt, lte, notInArray, or, sql } from 'drizzle-orm';
import { giveUp } from './give-up.ts';
import type { ClaimedJob, JobHandlers } from './job-context.ts';

export type JobRow = typeof jobs.$inferSelect;

export type ClaimInput = {
  handlers: JobHandlers;
  /** Of these what is due is taken. */
  kinds: string[];
  /** Names this one run of the job; a later run of the same job has another. */
  token: string;
  leaseMs: number;
  /** After so many workers died over a job, it is given up: it may be what kills them. */
  maxCrashes: number;
  /** What this worker still runs: after a long pause its own leases may have run out, and it must not run a job twice. */
  except: Iterable<string>;
};

/** What became of the job that was due first: to be run now, or given up without a run; null when none is due. */
export type Claim = { run: boolean; row: JobRow };

/**
 * Takes the job that is due first, also one whose holder let its lease run out. Rows that another worker is just taking
 * are passed over. All moments are the database's, so that the clocks of several machines need not agree.
 */
export async function claimJob(db: Database, input: ClaimInput): Promise<Claim | null> {
  const { handlers, token, leaseMs, maxCrashes } = input;
  return db.transaction(async (tx) => {
    const [due] = await tx
      .select()
      .from(jobs)
      .where(
        and(
          inArray(jobs.kind, input.kinds),
          notInArray(jobs.id, [...input.except]),
          or(
            and(eq(jobs.state, 'queued'), lte(jobs.runAt, sql`now()`)),
            and(eq(jobs.state, 'running'), lt(jobs.lockedUntil, sql`now()`)),
          ),
        ),
      )
      .orderBy(asc(jobs.runAt), asc(jobs.createdAt), asc(jobs.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!due) return null;
    const died = due.state === 'running';
    const crashes = due.crashes + (died ? 1 : 0);
    const reason = due.cancelRequested
      ? '已取消'
      : crashes > maxCrashes
        ? '执行此任务的进程多次中断，已停止重试'
        : null;
    if (reason !== null) {
      const error = await giveUp(tx, { handlers, job: toClaimed(due), reason });
      const state = due.cancelRequested ? 'cancelled' : 'failed';
      const ended = { state, crashes, error, lockedBy: null, lockedUntil: null, finishedAt: sql`now()` };
      const [row] = await tx.update(jobs).set(ended).where(eq(jobs.id, due.id)).returning();
      return row ? { run: false, row } : null;
    }
    const [row] = await tx
      .update(jobs)
      .set({
        state: 'running',
        // A run that died is repeated, not counted: tries are for failures of the job's own.
        attempts: due.attempts + (died ? 0 : 1),
        crashes,
        lockedBy: token,
        lockedUntil: leaseEnd(leaseMs),
        error: null,
      })
      .where(eq(jobs.id, due.id))
      .returning();
    return row ? { run: true, row } : null;
  });
}

export const leaseEnd = (leaseMs: number) => sql`now() + ${leaseMs}::int * interval '1 millisecond'`;

export function toClaimed(row: JobRow): ClaimedJob {
  return { id: row.id, kind: row.kind, payload: row.payload, attempt: row.attempts, maxAttempts: row.maxAttempts };
}
