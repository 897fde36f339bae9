import type { Area, MatterSummary } from '@lutai/contracts';
import { type Database, documents, matters } from '@lutai/db';
import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
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

/** A client has filled in what it was asked for, and nobody has looked at it. */
const hasFilledDocument = and(
  ne(matters.status, 'archived'),
  sql`exists (select 1 from ${documents} where ${documents.matterId} = ${matters.id} and ${documents.clientFilledAt} is not null)`,
);

/** What waits for the desk: by priority, which a near deadline raises, then by what is due first. */
export async function listQueue(
  deps: ListQueueDeps,
  input: ListQueueInput,
): Promise<{ matters: MatterSummary[]; total: number }> {
  const { actor, mine, area, page, pageSize } = input;
  requireDeskReader(actor);
  const where = and(
    or(inArray(matters.status, ['received', 'drafting', 'in-review', 'approved']), hasFilledDocument),
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
