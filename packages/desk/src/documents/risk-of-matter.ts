import { drafts, type Transaction } from '@lutai/db';
import { and, desc, eq, isNotNull } from 'drizzle-orm';

/** What was judged of the newest answer: who may sign that may sign a document of the same matter. */
export async function riskOfMatter(tx: Transaction, matterId: string): Promise<unknown> {
  const [newest] = await tx
    .select({ risk: drafts.risk })
    .from(drafts)
    .where(and(eq(drafts.matterId, matterId), eq(drafts.kind, 'answer'), isNotNull(drafts.risk)))
    .orderBy(desc(drafts.number))
    .limit(1);
  return newest?.risk ?? null;
}
