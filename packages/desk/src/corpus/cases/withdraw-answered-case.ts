import { answeredCases, corpusState, type Database, type Transaction } from '@lutai/db';
import { eq, sql } from 'drizzle-orm';
import { DeskError } from '../../desk-error.ts';
import type { CorpusIndex } from '../index/create-corpus-index.ts';

export type WithdrawAnsweredCaseDeps = {
  db: Database;
  corpusIndex: Pick<CorpusIndex, 'syncCases'>;
  now: () => Date;
};

/** Takes a case out of search; its row stays. `audit` runs in the same transaction. */
export async function withdrawAnsweredCase(
  deps: WithdrawAnsweredCaseDeps,
  input: { caseId: string },
  audit: (tx: Transaction, caseId: string) => Promise<void>,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    // In the order of every writer of the corpus: its state first, or two of them may wait for each other.
    await tx.select().from(corpusState).for('update');
    const [found] = await tx.select().from(answeredCases).where(eq(answeredCases.id, input.caseId)).for('update');
    if (!found) throw new DeskError('not-found', `没有编号为 ${input.caseId} 的案例。`);
    if (found.status === 'withdrawn') throw new DeskError('conflict', '这个案例已经撤回。');
    await tx.update(answeredCases).set({ status: 'withdrawn' }).where(eq(answeredCases.id, input.caseId));
    await tx.update(corpusState).set({ casesVersion: sql`${corpusState.casesVersion} + 1`, updatedAt: deps.now() });
    await audit(tx, input.caseId);
  });
  await deps.corpusIndex.syncCases();
}
