import type { MatterDetail } from '@lutai/contracts';
import { type Database, matters, type Transaction, users } from '@lutai/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { getMatter } from './get-matter.ts';
import { lockMatter, type MatterRow } from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';
import { requireDrafter } from './permissions.ts';

export type ClaimMatterDeps = { db: Database; now: () => Date };
export type ClaimMatterInput = { actor: Actor; matterId: string };

/** Takes a matter for oneself. Of two at once one gets it; the other is told who has it. */
export async function claimMatter(deps: ClaimMatterDeps, input: ClaimMatterInput): Promise<MatterDetail> {
  const { actor, matterId } = input;
  requireDrafter(actor);
  await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    nextStatus(matter.status, 'claimed');
    if (matter.assigneeId === actor.id) return;
    await requireClaimable(tx, { actor, matter });
    const at = deps.now();
    await tx.update(matters).set({ assigneeId: actor.id, updatedAt: at }).where(eq(matters.id, matterId));
    await recordAudit(tx, {
      at,
      actor,
      action: 'matter.claimed',
      subjectType: 'matter',
      subjectId: matterId,
      matterId,
    });
  });
  return getMatter(deps, input);
}

/** Throws `conflict`, naming the holder, when someone else has the matter. */
export async function requireClaimable(
  tx: Transaction,
  { actor, matter }: { actor: Actor; matter: MatterRow },
): Promise<void> {
  if (matter.assigneeId === null || matter.assigneeId === actor.id) return;
  const [holder] = await tx.select({ name: users.name }).from(users).where(eq(users.id, matter.assigneeId));
  throw new DeskError('conflict', `本事项已由${holder?.name ?? '另一位同事'}领取。请与其联系，或请主管先释放本事项。`);
}
