export type { Actor } from './actor.ts';
export { type ListAuditDeps, type ListAuditInput, listAudit } from './list-audit.ts';
export { type AuditRecord, recordAudit, type SystemActor, systemActor } from './record-audit.ts';
