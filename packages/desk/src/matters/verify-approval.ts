import { approvals, deliveries, drafts, type Transaction } from '@lutai/db';
import { and, desc, eq } from 'drizzle-orm';
import { areAttachmentsIntact } from '../documents/document-files.ts';
import { contentHashOf } from './content-hash.ts';
import { readFindings } from './gate/read-findings.ts';
import {
  type DraftRow,
  findDraft,
  latestRevision,
  lockMatter,
  type MatterRow,
  newestInbound,
  type RevisionRow,
} from './matter-rows.ts';

export type ApprovalRow = typeof approvals.$inferSelect;
export type DeliveryRow = typeof deliveries.$inferSelect;

export type LoadedApproval = {
  matter: MatterRow;
  approval: ApprovalRow;
  delivery: DeliveryRow;
  draft: DraftRow;
  revision: RevisionRow;
  /** Whether the matter waits for this very delivery: of several approved answers it is the last; a document never is. */
  awaited: boolean;
  /** Why this approval no longer permits sending; null when it does. */
  objection: string | null;
};

/** Loads an approval under its matter's lock and looks at everything that must still be as it was signed. */
export async function loadApproval(tx: Transaction, approvalId: string): Promise<LoadedApproval | null> {
  const [found] = await tx.select().from(approvals).where(eq(approvals.id, approvalId));
  if (!found) return null;
  const matter = await lockMatter(tx, found.matterId);
  const [approval] = await tx.select().from(approvals).where(eq(approvals.id, approvalId));
  const [delivery] = await tx.select().from(deliveries).where(eq(deliveries.approvalId, approvalId)).for('update');
  const draft = await findDraft(tx, found.draftId);
  const revision = await latestRevision(tx, found.draftId);
  const [last] = await tx
    .select({ number: drafts.number })
    .from(drafts)
    .where(and(eq(drafts.matterId, found.matterId), eq(drafts.kind, 'answer'), eq(drafts.status, 'approved')))
    .orderBy(desc(drafts.number))
    .limit(1);
  const isLast = draft?.kind === 'answer' && (last?.number ?? 0) <= draft.number;
  const awaited = matter.status === 'approved' && isLast;
  const newest = await newestInbound(tx, found.matterId);
  if (!approval || !delivery || !draft || !revision) return null;
  const signed = contentHashOf({ ...revision, channel: approval.channel, recipient: approval.recipient });
  const findings = await readFindings(tx, revision);
  const objections: [boolean, string][] = [
    [approval.voidedAt !== null, approval.voidReason ?? '核准已失效'],
    [draft.status !== 'approved', '草稿已不是核准状态'],
    [revision.id !== approval.revisionId, '核准之后草稿又被修改'],
    [signed !== approval.contentHash || signed !== delivery.contentHash, '内容与核准时不一致'],
    [delivery.channel !== approval.channel || delivery.recipient !== approval.recipient, '收件人与核准时不一致'],
    [newest?.id !== draft.basedOnMessageId, '客户又发来了新消息'],
    [matter.status === 'archived', '事项已归档'],
    [findings.some(({ open }) => open), '有引用没有通过核对'],
    [!(await areAttachmentsIntact(tx, revision.attachments)), '附件与核准时不一致'],
  ];
  const objection = objections.find(([applies]) => applies)?.[1] ?? null;
  return { matter, approval, delivery, draft, revision, awaited, objection };
}
