import type { Job } from '@lutai/contracts';
import { type Database, jobs } from '@lutai/db';
import { eq, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { getJob } from './get-job.ts';

export type CancelJobDeps = { db: Database; now: () => Date; wake: () => void };

/** Asks a waiting or running job to stop; a worker ends it within moments. A delivery is not cancelled: void its approval instead. */
export async function cancelJob(deps: CancelJobDeps, input: { actor: Actor; jobId: string }): Promise<Job> {
  await deps.db.transaction(async (tx) => {
    const [job] = await tx.select().from(jobs).where(eq(jobs.id, input.jobId)).for('update');
    if (!job) throw new DeskError('not-found', `没有编号为 ${input.jobId} 的任务。`);
    if (job.kind === 'deliver') {
      throw new DeskError('conflict', '送达任务不能取消；如需撤回，请修改草稿，使核准失效。');
    }
    if (job.state !== 'queued' && job.state !== 'running') return;
    const at = deps.now();
    // A waiting job is made due, so that a worker ends it in the same way as a running one.
    await tx
      .update(jobs)
      .set({ cancelRequested: true, ...(job.state === 'queued' ? { runAt: sql`now()` } : {}) })
      .where(eq(jobs.id, job.id));
    await recordAudit(tx, {
      at,
      actor: input.actor,
      action: 'job.cancelled',
      subjectType: 'job',
      subjectId: job.id,
      details: { kind: job.kind, state: job.state },
    });
  });
  deps.wake();
  return getJob(deps, input);
}
