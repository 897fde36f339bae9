import type { MatterStatus, MatterSummary } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';

export type ListMattersDeps = { db: Database; now: () => Date };
export type ListMattersInput = { actor: Actor; status?: MatterStatus; page?: number; pageSize?: number };

export async function listMatters(
  deps: ListMattersDeps,
  input: ListMattersInput,
): Promise<{ matters: MatterSummary[]; total: number }> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
