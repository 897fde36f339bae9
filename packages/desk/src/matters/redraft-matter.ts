import type { MatterDetail, MatterEvent } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';

export type RedraftMatterDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  publish: (event: MatterEvent) => void;
  wake: () => void;
};
export type RedraftMatterInput = { actor: Actor; matterId: string };

export async function redraftMatter(deps: RedraftMatterDeps, input: RedraftMatterInput): Promise<MatterDetail> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
