import type { MatterStatus, MatterSummary } from '@lutai/contracts';
import { type Database, matters } from '@lutai/db';
import { and, desc, eq } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { isDeskReader } from './permissions.ts';
import { selectMatters } from './select-matters.ts';

export type ListMattersDeps = { db: Database; now: () => Date };
export type ListMattersInput = {
  actor: Actor;
  status?: MatterStatus | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
};

/** Matters, the last changed first: all of them for the desk, for everyone else the actor's own. */
export async function listMatters(
  deps: ListMattersDeps,
  input: ListMattersInput,
): Promise<{ matters: MatterSummary[]; total: number }> {
  const { actor, status, page, pageSize } = input;
  const where = and(
    isDeskReader(actor) ? undefined : eq(matters.clientId, actor.id),
    status ? eq(matters.status, status) : undefined,
  );
  const orderBy = [desc(matters.updatedAt), desc(matters.id)];
  return selectMatters(deps.db, { actor, where, orderBy, page, pageSize, now: deps.now() });
}
