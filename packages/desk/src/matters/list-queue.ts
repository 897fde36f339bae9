import type { Area, MatterSummary } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';

export type ListQueueDeps = { db: Database; now: () => Date };
export type ListQueueInput = { actor: Actor; mine?: boolean; area?: Area; page?: number; pageSize?: number };

export async function listQueue(
  deps: ListQueueDeps,
  input: ListQueueInput,
): Promise<{ matters: MatterSummary[]; total: number }> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
