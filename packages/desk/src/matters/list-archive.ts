import type { MatterSummary } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';

export type ListArchiveDeps = { db: Database; now: () => Date };
export type ListArchiveInput = { actor: Actor; q?: string; page?: number; pageSize?: number };

export async function listArchive(
  deps: ListArchiveDeps,
  input: ListArchiveInput,
): Promise<{ matters: MatterSummary[]; total: number }> {
  throw new Error(`not built yet: ${Object.keys(deps)} ${Object.keys(input)}`);
}
