import { auditLog, type Transaction } from '@lutai/db';
import type { Actor } from './actor.ts';

export type AuditRecord = {
  at: Date;
  actor: Actor | SystemActor;
  /** What was done, as `subject.verb` (`draft.approved`). */
  action: string;
  subjectType:
    | 'matter'
    | 'message'
    | 'draft'
    | 'revision'
    | 'ruling'
    | 'document'
    | 'approval'
    | 'delivery'
    | 'case'
    | 'job'
    | 'corpus'
    | 'user';
  subjectId: string;
  matterId?: string | null;
  /** Ids, hashes, states and reasons; never the words of a message or of a draft. */
  details?: Record<string, unknown>;
};

export type SystemActor = { id: null; name: string; role: 'system' };

/** The desk itself, for what jobs do. */
export const systemActor: SystemActor = { id: null, name: '系统', role: 'system' };

/** Adds one row to the append-only audit log, in the transaction of what it tells of. */
export async function recordAudit(tx: Transaction, record: AuditRecord): Promise<void> {
  await tx.insert(auditLog).values({
    at: record.at,
    actorId: record.actor.id,
    actorName: record.actor.name,
    actorRole: record.actor.role,
    action: record.action,
    subjectType: record.subjectType,
    subjectId: record.subjectId,
    matterId: record.matterId ?? null,
    details: record.details ?? {},
  });
}
