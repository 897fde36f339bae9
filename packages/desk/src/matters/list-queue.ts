import type { Area, MatterSummary } from '@lutai/contracts';
import { type Database, matters } from '@lutai/db';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { chinaDay } from '../drafting/china-day.ts';
import { queuePriority } from './nearest-deadline.ts';
import { requireDeskReader } from './permissions.ts';
import { selectMatters } from './select-matters.ts';

export type ListQueueDeps = { db: Database; now: () => Date };
export type ListQueueInput = {
  actor: Actor;
  /** Only what the actor has claimed. */
  mine?: boolean | undefined;
  area?: Area | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
};

/** What waits for the desk: by priority, which a near deadline raises, then by what is due first. */
export async function listQueue(
  deps: ListQueueDeps,
  input: ListQueueInput,
): Promise<{ matters: MatterSummary[]; total: number }> {
  const { actor, mine, area, page, pageSize } = input;
  requireDeskReader(actor);
  const where = and(
    inArray(matters.status, ['received', 'drafting', 'in-review', 'approved']),
    mine ? eq(matters.assigneeId, actor.id) : undefined,
    area ? eq(matters.area, area) : undefined,
  );
  const orderBy = [
    asc(queuePriority(chinaDay(deps.now()))),
    sql`${matters.dueAt} asc nulls last`,
    asc(matters.createdAt),
    asc(matters.id),
  ];
  return selectMatters(deps.db, { actor, where, orderBy, page, pageSize, now: deps.now() });
}
