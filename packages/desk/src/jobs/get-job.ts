import { type Job, jobStateSchema } from '@lutai/contracts';
import { type Database, jobs } from '@lutai/db';
import { eq } from 'drizzle-orm';
import { DeskError } from '../desk-error.ts';

export type GetJobDeps = { db: Database };

export async function getJob(deps: GetJobDeps, input: { jobId: string }): Promise<Job> {
  const [row] = await deps.db.select().from(jobs).where(eq(jobs.id, input.jobId));
  if (!row) throw new DeskError('not-found', `没有编号为 ${input.jobId} 的任务。`);
  return toJob(row);
}

export function toJob(row: typeof jobs.$inferSelect): Job {
  return {
    id: row.id,
    kind: row.kind,
    state: jobStateSchema.parse(row.state),
    progress: row.progress,
    result: row.result,
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
