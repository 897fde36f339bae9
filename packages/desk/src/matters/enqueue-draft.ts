import { jobs, type Transaction } from '@lutai/db';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { enqueueJob } from '../jobs/enqueue-job.ts';

export const draftPayloadSchema = z.object({ matterId: z.string(), messageId: z.string() });

/** Asks for a draft that answers the matter's newest message; there is one such job a message at a time. */
export async function enqueueDraft(
  tx: Transaction,
  input: { id: string; matterId: string; messageId: string },
): Promise<void> {
  const { id, matterId, messageId } = input;
  const uniqueKey = `draft:${matterId}:${messageId}`;
  await enqueueJob(tx, { id, kind: 'draft', payload: { matterId, messageId }, uniqueKey, maxAttempts: 3 });
}

/** Stops drafts in the making whose message is no longer the newest: nobody will read them. */
export async function cancelDraftJobs(tx: Transaction, matterId: string): Promise<void> {
  await tx
    .update(jobs)
    .set({ cancelRequested: true, runAt: sql`now()` })
    .where(
      and(
        eq(jobs.kind, 'draft'),
        inArray(jobs.state, ['queued', 'running']),
        sql`${jobs.payload} ->> 'matterId' = ${matterId}`,
      ),
    );
}
