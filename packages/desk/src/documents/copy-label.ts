import { approvals, type Database, users } from '@lutai/db';
import { and, eq, isNull } from 'drizzle-orm';
import type { RevisionRow } from '../matters/matter-rows.ts';
import type { CopyLabel } from './document-works.ts';

/** What a copy of a revision says of itself; `number` is the matter's for people. */
export async function copyLabel(db: Database, number: string, revision: RevisionRow): Promise<CopyLabel> {
  const { id: revisionId, contentHash, createdAt: writtenAt } = revision;
  const [approval] = await db
    .select({ by: users.name, at: approvals.approvedAt })
    .from(approvals)
    .innerJoin(users, eq(users.id, approvals.approvedBy))
    .where(and(eq(approvals.revisionId, revisionId), isNull(approvals.voidedAt)));
  return { number, revisionId, contentHash, writtenAt, approval: approval ?? null };
}
