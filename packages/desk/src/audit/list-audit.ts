import type { AuditEntry } from '@lutai/contracts';
import { auditLog, type Database } from '@lutai/db';
import { desc, eq, type SQL } from 'drizzle-orm';
import { DeskError } from '../desk-error.ts';
import type { Actor } from './actor.ts';

export type ListAuditDeps = { db: Database };
/** Without `matterId`: everything, newest first, for supervisors and admins; pages of `pageSize` (50) from 1. */
export type ListAuditInput = { actor: Actor; matterId?: string; page?: number; pageSize?: number };

/** Reads the audit log. Of one matter: its whole story, oldest first, for everyone who works the desk. */
export async function listAudit(deps: ListAuditDeps, input: ListAuditInput): Promise<{ entries: AuditEntry[] }> {
  const { actor, matterId, page = 1, pageSize = 50 } = input;
  if (matterId !== undefined) {
    if (!['agent', 'supervisor', 'admin'].includes(actor.role)) {
      throw new DeskError('forbidden', '只有客服、主管和管理员可以查看事项的审计记录。');
    }
    return {
      entries: await select(deps.db, eq(auditLog.matterId, matterId)).orderBy(auditLog.id).limit(2000).then(toEntries),
    };
  }
  if (actor.role !== 'supervisor' && actor.role !== 'admin') {
    throw new DeskError('forbidden', '只有主管和管理员可以查看全部审计记录。');
  }
  const rows = await select(deps.db, undefined)
    .orderBy(desc(auditLog.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { entries: toEntries(rows) };
}

const select = (db: Database, where: SQL | undefined) => db.select().from(auditLog).where(where).$dynamic();

const toEntries = (rows: (typeof auditLog.$inferSelect)[]): AuditEntry[] =>
  rows.map(({ actorId: _, at, ...row }) => ({ ...row, at: at.toISOString() }));
