import { type MatterSummary, matterKindSchema } from '@lutai/contracts';
import { type Database, matters, type Transaction, users } from '@lutai/db';
import { daysBetween } from '@lutai/law';
import { count, eq, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '../audit/actor.ts';
import { chinaDay } from '../drafting/china-day.ts';
import { toMatter } from './matter-rows.ts';

const clients = alias(users, 'clients');
const assignees = alias(users, 'assignees');

export type SelectMattersInput = {
  actor: Actor;
  where: SQL | undefined;
  orderBy: SQL[];
  page?: number | undefined;
  pageSize?: number | undefined;
  now: Date;
};

/** Summaries of the matters that `where` names, one page of them (50 from page 1 when left out), and how many there are. */
export async function selectMatters(
  db: Database | Transaction,
  input: SelectMattersInput,
): Promise<{ matters: MatterSummary[]; total: number }> {
  const { actor, where, orderBy, page = 1, pageSize = 50, now } = input;
  const found = await db
    .select({ matter: matters, clientName: clients.name, assigneeName: assignees.name })
    .from(matters)
    .innerJoin(clients, eq(clients.id, matters.clientId))
    .leftJoin(assignees, eq(assignees.id, matters.assigneeId))
    .where(where)
    .orderBy(...orderBy)
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [counted] = await db.select({ total: count() }).from(matters).where(where);
  const summaries = found.map((row) => summarise(row, now));
  return {
    matters: actor.role === 'client' ? summaries.map(withoutTriage) : summaries,
    total: counted?.total ?? 0,
  };
}

type Found = { matter: typeof matters.$inferSelect; clientName: string; assigneeName: string | null };

function summarise({ matter: row, clientName, assigneeName }: Found, now: Date): MatterSummary {
  const matter = toMatter(row);
  const { nearestDeadline: date } = matter;
  const isWaiting = !['approved', 'answered', 'archived'].includes(matter.status);
  return {
    id: matter.id,
    number: matter.number,
    subject: matter.subject,
    kind: matterKindSchema.parse(matter.kind),
    status: matter.status,
    channel: matter.channel,
    clientName,
    area: matter.area,
    urgency: matter.urgency,
    complexity: matter.complexity,
    priority: matter.priority,
    dueAt: matter.dueAt?.toISOString() ?? null,
    overdue: isWaiting && matter.dueAt !== null && matter.dueAt < now,
    nearestDeadline: date === null ? null : { date, daysLeft: daysBetween(chinaDay(now), date) },
    assigneeId: matter.assigneeId,
    assigneeName,
    createdAt: matter.createdAt.toISOString(),
    updatedAt: matter.updatedAt.toISOString(),
  };
}

/** How a question was ranked is the desk's own business; a client is told its area at most. */
const withoutTriage = (summary: MatterSummary): MatterSummary => ({
  ...summary,
  urgency: null,
  complexity: null,
  priority: 3,
  dueAt: null,
  overdue: false,
  nearestDeadline: null,
});
