import type { Transaction } from '@lutai/db';

export type JobPayload = Record<string, unknown>;

/** A claimed job as its handler sees it. `attempt` is 1 for the first run. */
export type ClaimedJob = { id: string; kind: string; payload: JobPayload; attempt: number; maxAttempts: number };

export type JobContext = {
  job: ClaimedJob;
  /** Aborted when the job is cancelled, its lease is lost, or the worker stops: stop soon and throw. */
  signal: AbortSignal;
  /** Tells how far the work is; kept at most four times a second, the last word always. */
  progress: (state: Record<string, unknown>) => void;
};

export type JobHandler = {
  /** Takes minutes: one at a time, in a place of its own beside the worker's others, so that these go on. */
  apart?: true;
  /** Runs at least once; must be safe to run again after a crash. What it returns is kept as the job's result. */
  run: (context: JobContext) => Promise<Record<string, unknown> | undefined>;
  /** Called in the transaction that gives the job up for good (tries used up, or cancelled), with the reason. */
  gaveUp?: (tx: Transaction, job: ClaimedJob, reason: string) => Promise<void>;
  /** Called when that transaction has committed, to tell those who watch. */
  afterGivingUp?: (job: ClaimedJob, reason: string) => void;
};

export type JobHandlers = Record<string, JobHandler>;
