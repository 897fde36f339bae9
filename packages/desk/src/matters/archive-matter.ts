import type { MatterDetail, MatterEvent } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';

export type ArchiveMatterDeps = { db: Database; now: () => Date; publish: (event: MatterEvent) => void };
export type ArchiveMatterInput = { actor: Actor; matterId: string };

export async function archiveMatter(deps: ArchiveMatterDeps, input: ArchiveMatterInput): Promise<MatterDetail> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
