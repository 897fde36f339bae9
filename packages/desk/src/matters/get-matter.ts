import type { MatterDetail } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';

export type GetMatterDeps = { db: Database; now: () => Date };
export type GetMatterInput = { actor: Actor; matterId: string };

export async function getMatter(deps: GetMatterDeps, input: GetMatterInput): Promise<MatterDetail> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
