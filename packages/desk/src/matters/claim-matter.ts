import type { MatterDetail } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';

export type ClaimMatterDeps = { db: Database; now: () => Date };
export type ClaimMatterInput = { actor: Actor; matterId: string };

export async function claimMatter(deps: ClaimMatterDeps, input: ClaimMatterInput): Promise<MatterDetail> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
