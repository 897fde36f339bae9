import type { JobEvent } from '@lutai/contracts';
import type { Database, OpenDatabase } from '@lutai/db';
import type { JobHandlers } from './job-context.ts';

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
  /** Jobs at a time (2). */
  concurrency?: number;
  /** How often the database is asked for work that was enqueued elsewhere (1000 ms). */
  pollMs?: number;
  /** How long a job is held without a sign of life (30 000 ms). */
  leaseMs?: number;
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

/** A worker runs the jobs of the database, each by the handler of its kind. Several may share one PostgreSQL. */
export function createWorker(deps: WorkerDeps): Worker {
  throw new Error(`not built yet: ${deps.engine}`);
}
