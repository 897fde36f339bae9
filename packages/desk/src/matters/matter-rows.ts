import {
  areaSchema,
  channelSchema,
  complexitySchema,
  factsDateReadingSchema,
  matterStatusSchema,
  triageSchema,
  urgencySchema,
} from '@lutai/contracts';
import { type Database, drafts, matters, messages, revisions, type Transaction, users } from '@lutai/db';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { DeskError } from '../desk-error.ts';

export type MatterRow = ReturnType<typeof toMatter>;
export type DraftRow = typeof drafts.$inferSelect;
export type RevisionRow = typeof revisions.$inferSelect;

/** A stored matter with its closed sets parsed. */
export function toMatter(row: typeof matters.$inferSelect) {
  return {
    ...row,
    status: matterStatusSchema.parse(row.status),
    channel: channelSchema.parse(row.channel),
    area: areaSchema.nullable().parse(row.area),
    urgency: urgencySchema.nullable().parse(row.urgency),
    complexity: complexitySchema.nullable().parse(row.complexity),
    triage: triageSchema.nullable().parse(row.triage),
    factsDateReading: factsDateReadingSchema.nullable().parse(row.factsDateReading),
  };
}

export const matterNotFound = () => new DeskError('not-found', '没有这个事项，或者您无权查看它。');
export const draftNotFound = () => new DeskError('not-found', '没有这份草稿；它可能已被删除，请刷新后再看。');

/** Every verb that changes a matter takes this lock first, so that whatever belongs to one matter happens in a row. */
export async function lockMatter(tx: Transaction, matterId: string): Promise<MatterRow> {
  const [row] = await tx.select().from(matters).where(eq(matters.id, matterId)).for('update');
  if (!row) throw matterNotFound();
  return toMatter(row);
}

/** The same without a lock, for what is decided before a transaction and looked at again within it. */
export async function readMatter(db: Database, matterId: string): Promise<MatterRow> {
  const [row] = await db.select().from(matters).where(eq(matters.id, matterId));
  if (!row) throw matterNotFound();
  return toMatter(row);
}

export async function newestInbound(
  db: Database | Transaction,
  matterId: string,
): Promise<typeof messages.$inferSelect | undefined> {
  const [row] = await db
    .select()
    .from(messages)
    .where(and(eq(messages.matterId, matterId), eq(messages.direction, 'inbound')))
    .orderBy(desc(messages.number))
    .limit(1);
  return row;
}

/** Numbers of messages run within a matter; hold its lock. */
export async function nextMessageNumber(tx: Transaction, matterId: string): Promise<number> {
  const [last] = await tx
    .select({ number: messages.number })
    .from(messages)
    .where(eq(messages.matterId, matterId))
    .orderBy(desc(messages.number))
    .limit(1);
  return (last?.number ?? 0) + 1;
}

export async function findDraft(db: Database | Transaction, draftId: string): Promise<DraftRow | undefined> {
  const [row] = await db.select().from(drafts).where(eq(drafts.id, draftId));
  return row;
}

export const openDraftStatuses = ['drafting', 'ready', 'failed'];

/** The one answer of a matter that is being written or reviewed (the schema allows no second). */
export async function findOpenDraft(tx: Transaction, matterId: string): Promise<DraftRow | undefined> {
  const [row] = await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.matterId, matterId), eq(drafts.kind, 'answer'), inArray(drafts.status, openDraftStatuses)));
  return row;
}

export async function latestRevision(db: Database | Transaction, draftId: string): Promise<RevisionRow | undefined> {
  const [row] = await db
    .select()
    .from(revisions)
    .where(eq(revisions.draftId, draftId))
    .orderBy(desc(revisions.number))
    .limit(1);
  return row;
}

/** Whereto an answer in this matter goes: what every content hash binds besides the text. */
export type ReplyAddress = { channel: MatterRow['channel']; recipient: string };

export async function replyAddress(db: Database | Transaction, matter: MatterRow): Promise<ReplyAddress> {
  if (matter.channel !== 'email') return { channel: matter.channel, recipient: matter.clientId };
  const [client] = await db.select({ email: users.email }).from(users).where(eq(users.id, matter.clientId));
  return { channel: matter.channel, recipient: client?.email ?? '' };
}
