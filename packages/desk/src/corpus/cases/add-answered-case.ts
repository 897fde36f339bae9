import { createHash } from 'node:crypto';
import { answeredCases, corpusState, type Database } from '@lutai/db';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { DeskError } from '../../desk-error.ts';
import type { AddAnsweredCase } from '../../matters/publish-case.ts';
import type { CorpusIndex } from '../index/create-corpus-index.ts';

export type AddAnsweredCaseDeps = {
  db: Database;
  corpusIndex: Pick<CorpusIndex, 'syncCases'>;
  now: () => Date;
  newId: () => string;
};

/** Stores a case that came out of a matter; the next search finds it. `audit` runs in the same transaction. */
export async function addAnsweredCase(
  deps: AddAnsweredCaseDeps,
  record: Parameters<AddAnsweredCase>[0],
  audit: Parameters<AddAnsweredCase>[1],
): Promise<{ caseId: string }> {
  const { title, question, answer, matterId } = record;
  const contentHash = createHash('sha256')
    .update(JSON.stringify(['matter', matterId, title, question, answer]))
    .digest('hex');
  const now = deps.now();
  const caseId = await deps.db.transaction(async (tx) => {
    // One writer of the corpus at a time, so that of two who publish one matter at once the second is told.
    await tx.select().from(corpusState).for('update');
    const ofMatter = and(eq(answeredCases.matterId, matterId), inArray(answeredCases.status, ['active', 'held']));
    const [published] = await tx.select({ id: answeredCases.id }).from(answeredCases).where(ofMatter);
    if (published) throw new DeskError('conflict', `本事项已发布为案例 ${published.id}。如需更改，请先撤回该案例。`);
    const [same] = await tx.select().from(answeredCases).where(eq(answeredCases.contentHash, contentHash));
    const row = { ...record, contentHash, origin: 'matter', status: 'active' };
    const id = same?.id ?? deps.newId();
    if (same) await tx.update(answeredCases).set(row).where(eq(answeredCases.id, id));
    else await tx.insert(answeredCases).values({ id, ...row, createdAt: now });
    await tx.update(corpusState).set({ casesVersion: sql`${corpusState.casesVersion} + 1`, updatedAt: now });
    await audit(tx, id);
    return id;
  });
  await deps.corpusIndex.syncCases();
  return { caseId };
}
