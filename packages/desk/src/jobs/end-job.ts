import { type Database, jobs } from '@lutai/db';
import { and, eq, sql } from 'drizzle-orm';
import { DeskError } from '../desk-error.ts';
import { type JobRow, toClaimed } from './claim-job.ts';
import { giveUp } from './give-up.ts';
import type { JobHandlers, JobPayload } from './job-context.ts';

/** Why a running job is told to stop; the reason of its AbortSignal. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped';
  readonly why: 'cancelled' | 'lost-lease' | 'shutdown';

  constructor(why: JobStopped['why']) {
    super(`job stopped: ${why}`);
    this.why = why;
  }
}

export type EndedRun =
  | { ok: true; result: JobPayload | undefined; progress: JobPayload | undefined }
  | { ok: false; error: unknown; stopped: JobStopped['why'] | null; progress: JobPayload | undefined };

export type EndJobInput = {
  row: JobRow;
  token: string;
  handlers: JobHandlers;
  retryMs: (attempt: number) => number;
  run: EndedRun;
};

/** Writes down how a run ended; null when the lease had been lost and the job is another worker's business. */
export async function endJob(db: Database, input: EndJobInput): Promise<JobRow | null> {
  const { row, token, handlers, run } = input;
  const held = and(eq(jobs.id, row.id), eq(jobs.lockedBy, token), eq(jobs.state, 'running'));
  return db.transaction(async (tx) => {
    const [current] = await tx.select().from(jobs).where(held).for('update');
    if (!current) return null;
    const released = { lockedBy: null, lockedUntil: null, ...(run.progress ? { progress: run.progress } : {}) };
    const next = nextState(current, run, input.retryMs);
    if (next.state === 'failed' || next.state === 'cancelled') {
      next.error = await giveUp(tx, { handlers, job: toClaimed(current), reason: next.error ?? '' });
    }
    const [ended] = await tx
      .update(jobs)
      .set({ ...released, ...next })
      .where(held)
      .returning();
    return ended ?? null;
  });
}

function nextState(job: JobRow, run: EndedRun, retryMs: (attempt: number) => number) {
  const finishedAt = sql`now()`;
  if (run.ok) return { state: 'done', result: run.result ?? null, error: null, finishedAt };
  if (job.cancelRequested && run.stopped !== null) return { state: 'cancelled', error: '已取消', finishedAt };
  // The worker stopped, not the job: the try does not count.
  if (run.stopped === 'shutdown') return { state: 'queued', attempts: job.attempts - 1, error: null };
  const error = describeFailure(run.error);
  if (!isWorthRetrying(run.error) || job.attempts >= job.maxAttempts) return { state: 'failed', error, finishedAt };
  const delay = retryMs(job.attempts);
  return { state: 'queued', error, runAt: sql`now() + ${delay}::int * interval '1 millisecond'` };
}

/** A request that was refused is refused again; only what may pass by itself is tried again. */
function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof DeskError) || ['busy', 'rate-limited', 'unavailable', 'internal'].includes(error.code);
}

/** One line about an error. A failed query's own message holds its parameters, which may be a client's words. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return '未知错误';
  const isQuery = error.message.startsWith('Failed query');
  const message = isQuery ? `数据库错误：${error.cause instanceof Error ? error.cause.message : ''}` : error.message;
  return message.slice(0, 300);
}
