import type { MatterDetail } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';

export type ReleaseMatterDeps = { db: Database; now: () => Date };
export type ReleaseMatterInput = { actor: Actor; matterId: string };

export async function releaseMatter(deps: ReleaseMatterDeps, input: ReleaseMatterInput): Promise<MatterDetail> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
