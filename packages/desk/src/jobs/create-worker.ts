import { setTimeout as sleep } from 'node:timers/promises';
import type { JobEvent } from '@lutai/contracts';
import { type Database, jobs, type OpenDatabase } from '@lutai/db';
import { and, eq, inArray, lte, or, sql } from 'drizzle-orm';
import { claimJob, type JobRow, leaseEnd, toClaimed } from './claim-job.ts';
import { describeFailure, endJob, JobStopped } from './end-job.ts';
import { toJob } from './get-job.ts';
import type { JobHandlers } from './job-context.ts';
import { releaseJobs } from './release-jobs.ts';
import { runJob } from './run-job.ts';

export type WorkerLog = {
  info: (fields: Record<string, unknown>, message: string) => void;
  warn: (fields: Record<string, unknown>, message: string) => void;
  error: (fields: Record<string, unknown>, message: string) => void;
};

export type WorkerDeps = {
  db: Database;
  engine: OpenDatabase['engine'];
  handlers: JobHandlers;
  newId: () => string;
  log: WorkerLog;
  /** Told of every change of a job, for those who watch it. */
  publish?: (event: JobEvent) => void;
  /** Jobs at a time (2), beside those that run apart. */
  concurrency?: number;
  /** How often the database is asked for work that was enqueued elsewhere (1000 ms). */
  pollMs?: number;
  /** How long a job is held without a sign of life (30 000 ms). */
  leaseMs?: number;
  /** Wait before the next try (1 s, 2 s, 4 s … at most a minute). */
  retryMs?: (attempt: number) => number;
  /** How many crashes of its worker a job survives (30). */
  maxCrashes?: number;
};

export type Worker = {
  /** Gives back what a crashed predecessor held, then begins to work. */
  start: () => Promise<void>;
  /** Looks for work now. Call it after a transaction that enqueued something has committed. */
  wake: () => void;
  /** Takes no more work, waits `graceMs` (5000) for running jobs, then aborts them; they run again at the next start. */
  stop: (options?: { graceMs?: number }) => Promise<void>;
  /** Resolves when nothing is running and nothing is due. */
  idle: () => Promise<void>;
};

type Run = { jobId: string; kind: string; controller: AbortController; heldUntil: number; done: Promise<void> };

/** A worker runs the jobs of the database, each by the handler of its kind. Several may share one PostgreSQL. */
export function createWorker(deps: WorkerDeps): Worker {
  const { db, handlers, log, concurrency = 2, pollMs = 1000, leaseMs = 30_000, maxCrashes = 30 } = deps;
  const retryMs = deps.retryMs ?? ((attempt) => Math.min(1000 * 2 ** (attempt - 1), 60_000));
  const running = new Map<string, Run>();
  let state: 'new' | 'working' | 'stopping' = 'new';
  let pumping: Promise<void> | null = null;
  let wakeAgain = false;
  let timers: NodeJS.Timeout[] = [];

  const tell = (row: JobRow) => {
    deps.publish?.({ type: 'job', job: toJob(row) });
    const isGivenUp = row.state === 'failed' || row.state === 'cancelled';
    if (isGivenUp) handlers[row.kind]?.afterGivingUp?.(toClaimed(row), row.error ?? '');
  };

  async function work(row: JobRow, token: string, controller: AbortController): Promise<void> {
    const handler = handlers[row.kind];
    if (!handler) return;
    const about = { jobId: row.id, kind: row.kind, attempt: row.attempts };
    const run = await runJob(db, { row, token, handler, controller, onProgress: tell });
    const ended = await endJob(db, { row, token, handlers, retryMs, run });
    if (!ended) log.warn(about, 'job lease was lost; another worker has it');
    else if (!run.ok && ended.state !== 'cancelled') {
      log[ended.state === 'failed' ? 'error' : 'warn'](
        { ...about, failure: ended.error, state: ended.state },
        'job failed',
      );
    }
    if (ended) tell(ended);
  }

  /** The kinds that have a place left. */
  function openKinds(): string[] {
    const busy = [...running.values()].map(({ kind }) => kind);
    const shared = busy.filter((kind) => !handlers[kind]?.apart).length;
    return Object.keys(handlers).filter((kind) =>
      handlers[kind]?.apart ? !busy.includes(kind) : shared < concurrency,
    );
  }

  async function fill(): Promise<void> {
    for (let kinds = openKinds(); state === 'working' && kinds.length > 0; kinds = openKinds()) {
      const token = deps.newId();
      const claim = await claimJob(db, {
        ...{ handlers, kinds, token, leaseMs, maxCrashes },
        except: [...running.values()].map(({ jobId }) => jobId),
      });
      if (!claim) return;
      tell(claim.row);
      if (!claim.run) continue;
      const controller = new AbortController();
      const done = work(claim.row, token, controller)
        .catch((error) => log.error({ jobId: claim.row.id, failure: describeFailure(error) }, 'job could not be ended'))
        .finally(() => {
          running.delete(token);
          wake();
        });
      const { id: jobId, kind } = claim.row;
      running.set(token, { jobId, kind, controller, heldUntil: performance.now() + leaseMs, done });
    }
  }

  function wake(): void {
    if (state !== 'working') return;
    if (pumping) {
      wakeAgain = true;
      return;
    }
    pumping = Promise.all([fill(), stopCancelled()])
      .catch((error) => log.error({ failure: describeFailure(error) }, 'worker could not ask for jobs'))
      .then(() => {
        pumping = null;
        if (!wakeAgain) return;
        wakeAgain = false;
        wake();
      });
  }

  async function stopCancelled(): Promise<void> {
    if (running.size === 0) return;
    const ids = [...running.values()].map(({ jobId }) => jobId);
    const asked = and(inArray(jobs.id, ids), eq(jobs.cancelRequested, true));
    const cancelled = new Set((await db.select({ id: jobs.id }).from(jobs).where(asked)).map(({ id }) => id));
    for (const run of running.values()) if (cancelled.has(run.jobId)) run.controller.abort(new JobStopped('cancelled'));
  }

  async function renew(): Promise<void> {
    for (const [token, run] of running) {
      const asked = performance.now();
      try {
        const held = and(eq(jobs.id, run.jobId), eq(jobs.lockedBy, token), eq(jobs.state, 'running'));
        const kept = await db
          .update(jobs)
          .set({ lockedUntil: leaseEnd(leaseMs) })
          .where(held)
          .returning({ id: jobs.id });
        if (kept.length > 0) run.heldUntil = asked + leaseMs;
        else if (running.has(token)) run.controller.abort(new JobStopped('lost-lease'));
      } catch (error) {
        log.warn({ jobId: run.jobId, failure: describeFailure(error) }, 'job lease could not be renewed');
        if (performance.now() > run.heldUntil) run.controller.abort(new JobStopped('lost-lease'));
      }
    }
  }

  async function isDue(): Promise<boolean> {
    const queued = and(eq(jobs.state, 'queued'), lte(jobs.runAt, sql`now()`));
    const known = inArray(jobs.kind, Object.keys(handlers));
    const due = and(known, or(queued, eq(jobs.state, 'running')));
    return (await db.select({ id: jobs.id }).from(jobs).where(due).limit(1)).length > 0;
  }

  return {
    async start() {
      if (deps.engine === 'pglite') {
        const released = await releaseJobs(db);
        if (released > 0) log.info({ released }, 'jobs of the process before are taken up again');
      }
      state = 'working';
      timers = [setInterval(wake, pollMs), setInterval(() => void renew(), leaseMs / 3)];
      wake();
    },
    wake,
    async stop({ graceMs = 5000 } = {}) {
      state = 'stopping';
      await pumping;
      const allDone = Promise.all([...running.values()].map(({ done }) => done));
      await Promise.race([allDone, sleep(graceMs, undefined, { ref: false })]);
      for (const run of running.values()) run.controller.abort(new JobStopped('shutdown'));
      // A handler that heeds no signal is left behind; its job is released by lease or at the next start.
      await Promise.race([allDone, sleep(graceMs, undefined, { ref: false })]);
      for (const timer of timers) clearInterval(timer);
    },
    async idle() {
      while (pumping || running.size > 0 || (await isDue())) {
        wake();
        await sleep(5);
      }
    },
  };
}
