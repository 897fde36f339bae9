import { type Database, jobs } from '@lutai/db';
import { and, eq } from 'drizzle-orm';
import { type JobRow, toClaimed } from './claim-job.ts';
import { type EndedRun, JobStopped } from './end-job.ts';
import type { JobHandler, JobPayload } from './job-context.ts';

export type RunJobInput = {
  row: JobRow;
  token: string;
  handler: JobHandler;
  controller: AbortController;
  /** Told after each stored progress. */
  onProgress: (row: JobRow) => void;
};

const progressEveryMs = 250;

/** Runs a claimed job's handler to its end, keeping its progress at most four times a second. Never throws. */
export async function runJob(db: Database, input: RunJobInput): Promise<EndedRun> {
  const { row, token, handler, controller } = input;
  let latest: JobPayload | undefined;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = async () => {
    timer = undefined;
    if (!latest) return;
    const held = and(eq(jobs.id, row.id), eq(jobs.lockedBy, token), eq(jobs.state, 'running'));
    const [updated] = await db.update(jobs).set({ progress: latest }).where(held).returning();
    if (updated) input.onProgress(updated);
  };
  const progress = (state: JobPayload) => {
    latest = state;
    timer ??= setTimeout(() => {
      // A lost progress note is no reason to fail the work.
      writing = write().catch(() => {});
    }, progressEveryMs);
  };

  let ended: EndedRun;
  try {
    const result = await handler.run({ job: toClaimed(row), signal: controller.signal, progress });
    ended = { ok: true, result, progress: latest };
  } catch (error) {
    const reason: unknown = controller.signal.aborted ? controller.signal.reason : null;
    ended = { ok: false, error, stopped: reason instanceof JobStopped ? reason.why : null, progress: latest };
  }
  clearTimeout(timer);
  await writing;
  return ended;
}
