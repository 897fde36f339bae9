import { type ReadingProgress, readingProgressSchema } from '@lutai/contracts';
import { type Database, jobs, type Transaction } from '@lutai/db';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { enqueueJob } from '../../jobs/enqueue-job.ts';

export const readingPayloadSchema = z.object({ documentId: z.string() });

const keyOf = (documentId: string) => `recognise:${documentId}`;
const unfinishedOf = (documentId: string) =>
  and(eq(jobs.uniqueKey, keyOf(documentId)), inArray(jobs.state, ['queued', 'running']));

/** Asks for the recognition of a contract that was just stored. */
export async function enqueueReading(tx: Transaction, input: { id: string; documentId: string }): Promise<void> {
  const { id, documentId } = input;
  await enqueueJob(tx, {
    id,
    kind: 'recognise',
    payload: { documentId },
    uniqueKey: keyOf(documentId),
    maxAttempts: 3,
  });
}

/** Stops the recognition of a contract that nobody wants any more. One that a worker is just taking or ending finds out itself. */
export async function cancelReading(tx: Transaction, documentId: string): Promise<void> {
  const found = await tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(unfinishedOf(documentId))
    .for('update', { skipLocked: true });
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.update(jobs).set({ cancelRequested: true, runAt: sql`now()` }).where(inArray(jobs.id, ids));
}

/** How far the recognition of a contract is; null before its first page and when it has ended. */
export async function readingProgress(db: Database, documentId: string): Promise<ReadingProgress | null> {
  const [job] = await db.select({ progress: jobs.progress }).from(jobs).where(unfinishedOf(documentId));
  return readingProgressSchema.safeParse(job?.progress).data ?? null;
}
