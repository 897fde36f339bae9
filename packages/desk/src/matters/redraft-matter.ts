import type { MatterDetail, MatterEvent } from '@lutai/contracts';
import { type Database, matters } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { requireClaimable } from './claim-matter.ts';
import { enqueueDraft } from './enqueue-draft.ts';
import { getMatter } from './get-matter.ts';
import { lockMatter, newestInbound } from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';
import { requireDrafter } from './permissions.ts';
import { voidOpenWork } from './void-open-work.ts';

export type RedraftMatterDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  publish: (event: MatterEvent) => void;
  wake: () => void;
};
export type RedraftMatterInput = { actor: Actor; matterId: string };

/** Asks for a fresh draft for the newest message; what was drafted before and has not left is voided. */
export async function redraftMatter(deps: RedraftMatterDeps, input: RedraftMatterInput): Promise<MatterDetail> {
  const { actor, matterId } = input;
  requireDrafter(actor);
  await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    const status = nextStatus(matter.status, 'redraft');
    await requireClaimable(tx, { actor, matter });
    const newest = await newestInbound(tx, matterId);
    if (!newest) throw new DeskError('conflict', '本事项还没有客户的消息，无从起草。');
    const at = deps.now();
    const voided = await voidOpenWork(tx, { matterId, reason: '客服要求重新起草', at });
    await enqueueDraft(tx, { id: deps.newId(), matterId, messageId: newest.id });
    await tx.update(matters).set({ status, updatedAt: at }).where(eq(matters.id, matterId));
    await recordAudit(tx, {
      at,
      actor,
      action: 'matter.redraft-asked',
      subjectType: 'matter',
      subjectId: matterId,
      matterId,
      details: { from: matter.status, messageId: newest.id, voided },
    });
  });
  deps.publish({ type: 'status', matterId, status: 'received' });
  deps.wake();
  return getMatter(deps, input);
}
