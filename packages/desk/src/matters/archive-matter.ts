import type { MatterDetail, MatterEvent } from '@lutai/contracts';
import { type Database, matters } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { requireClaimable } from './claim-matter.ts';
import { getMatter } from './get-matter.ts';
import { lockMatter } from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';
import { requireDrafter } from './permissions.ts';

export type ArchiveMatterDeps = { db: Database; now: () => Date; publish: (event: MatterEvent) => void };
export type ArchiveMatterInput = { actor: Actor; matterId: string };

/** 归档: closes an answered matter; from then on it is read-only and found in the archive. */
export async function archiveMatter(deps: ArchiveMatterDeps, input: ArchiveMatterInput): Promise<MatterDetail> {
  const { actor, matterId } = input;
  requireDrafter(actor);
  await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    const status = nextStatus(matter.status, 'archived');
    if (actor.role !== 'supervisor') await requireClaimable(tx, { actor, matter });
    const at = deps.now();
    await tx.update(matters).set({ status, archivedAt: at, updatedAt: at }).where(eq(matters.id, matterId));
    await recordAudit(tx, {
      at,
      actor,
      action: 'matter.archived',
      subjectType: 'matter',
      subjectId: matterId,
      matterId,
    });
  });
  deps.publish({ type: 'status', matterId, status: 'archived' });
  return getMatter(deps, input);
}
