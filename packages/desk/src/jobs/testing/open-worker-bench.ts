import { openTestDatabase, type TestEngine } from '@lutai/db/testing';
import { vi } from 'vitest';
import { createWorker, type Worker, type WorkerDeps } from '../create-worker.ts';
import { type EnqueueJobInput, enqueueJob } from '../enqueue-job.ts';
import { getJob } from '../get-job.ts';
import type { JobHandlers } from '../job-context.ts';

export type WorkerBench = Awaited<ReturnType<typeof openWorkerBench>>;

/** A fresh database, and workers on it that are stopped with it. */
export async function openWorkerBench(engine: TestEngine) {
  const { db, close } = await openTestDatabase(engine);
  const workers: Worker[] = [];
  const lines: string[] = [];
  let ids = 0;
  const line = (fields: Record<string, unknown>, message: string) =>
    void lines.push(`${message} ${JSON.stringify(fields)}`);
  return {
    db,
    /** What the workers logged. */
    lines,
    worker(handlers: JobHandlers, options: Partial<WorkerDeps> = {}): Worker {
      const fixed = { db, engine, handlers, log: { info: line, warn: line, error: line } };
      const newId = () => `token-${++ids}`;
      const created = createWorker({ ...fixed, newId, retryMs: () => 1, pollMs: 10, ...options });
      workers.push(created);
      return created;
    },
    enqueue: (id: string, input: Partial<EnqueueJobInput> = {}) =>
      db.transaction((tx) => enqueueJob(tx, { id, kind: 'work', payload: { id }, ...input })),
    job: (jobId: string) => getJob({ db }, { jobId }),
    async close() {
      await Promise.all(workers.map((worker) => worker.stop({ graceMs: 0 })));
      await close();
    },
  };
}

/** Looks until it holds; patient, since other suites may be using the processors. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: 20_000, interval: 10 });
