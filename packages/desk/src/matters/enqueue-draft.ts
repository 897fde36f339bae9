import { drafts, jobs, type Transaction } from '@lutai/db';
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { enqueueJob } from '../jobs/enqueue-job.ts';

export const draftPayloadSchema = z.object({ matterId: z.string(), messageId: z.string() });

/**
 * Asks for a draft that answers the matter's newest message. Asking twice before it is begun gives one job; the number of
 * drafts in the key keeps a new request apart from a job that is just ending. Hold the matter's lock.
 */
export async function enqueueDraft(
  tx: Transaction,
  input: { id: string; matterId: string; messageId: string },
): Promise<void> {
  const { id, matterId, messageId } = input;
  const [drawn] = await tx.select({ drafts: count() }).from(drafts).where(eq(drafts.matterId, matterId));
  const uniqueKey = `draft:${matterId}:${messageId}:${drawn?.drafts ?? 0}`;
  await enqueueJob(tx, { id, kind: 'draft', payload: { matterId, messageId }, uniqueKey, maxAttempts: 3 });
}

/**
 * Stops drafts in the making whose message is no longer the newest: nobody will read them. A job that a worker is just
 * taking or ending is left alone: its end may wait for the matter that is locked here, and its draft is void anyhow.
 */
export async function cancelDraftJobs(tx: Transaction, matterId: string): Promise<void> {
  const unfinished = and(
    eq(jobs.kind, 'draft'),
    inArray(jobs.state, ['queued', 'running']),
    sql`${jobs.payload} ->> 'matterId' = ${matterId}`,
  );
  const found = await tx.select({ id: jobs.id }).from(jobs).where(unfinished).for('update', { skipLocked: true });
  const ids = found.map(({ id }) => id);
  await tx.update(jobs).set({ cancelRequested: true, runAt: sql`now()` }).where(inArray(jobs.id, ids));
}
