import type { MatterDetail } from '@lutai/contracts';
import { type Database, matters } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { requireClaimable } from './claim-matter.ts';
import { getMatter } from './get-matter.ts';
import { lockMatter } from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';
import { requireDrafter } from './permissions.ts';

export type ReleaseMatterDeps = { db: Database; now: () => Date };
export type ReleaseMatterInput = { actor: Actor; matterId: string };

/** Gives a claimed matter back to the queue: one's own, or as a supervisor anyone's. */
export async function releaseMatter(deps: ReleaseMatterDeps, input: ReleaseMatterInput): Promise<MatterDetail> {
  const { actor, matterId } = input;
  requireDrafter(actor);
  await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    nextStatus(matter.status, 'claimed');
    if (matter.assigneeId === null) return;
    if (actor.role !== 'supervisor') await requireClaimable(tx, { actor, matter });
    const at = deps.now();
    await tx.update(matters).set({ assigneeId: null, updatedAt: at }).where(eq(matters.id, matterId));
    await recordAudit(tx, {
      at,
      actor,
      action: 'matter.released',
      subjectType: 'matter',
      subjectId: matterId,
      matterId,
      details: { heldBy: matter.assigneeId },
    });
  });
  return getMatter(deps, input);
}
