import type { MatterDetail } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';

export type RateMatterDeps = { db: Database; now: () => Date };
export type RateMatterInput = { actor: Actor; matterId: string; score: number; comment: string };

export async function rateMatter(deps: RateMatterDeps, input: RateMatterInput): Promise<MatterDetail> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
