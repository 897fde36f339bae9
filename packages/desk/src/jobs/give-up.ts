import type { Transaction } from '@lutai/db';
import type { ClaimedJob, JobHandlers } from './job-context.ts';

/**
 * Lets the handler of a job write down what giving it up means, within the transaction that ends the job. Where even
 * that fails the job is ended all the same, or it would be taken up for ever; the failure is added to its reason.
 */
export async function giveUp(
  tx: Transaction,
  input: { handlers: JobHandlers; job: ClaimedJob; reason: string },
): Promise<string> {
  const { handlers, job, reason } = input;
  const handler = handlers[job.kind];
  if (!handler?.gaveUp) return reason;
  try {
    await tx.transaction((inner) => handler.gaveUp?.(inner, job, reason) ?? Promise.resolve());
    return reason;
  } catch {
    return `${reason}（善后处理也失败了）`;
  }
}
