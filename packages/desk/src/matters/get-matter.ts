import {
  attachmentSchema,
  type Citation,
  channelSchema,
  citationSchema,
  deliveryStateSchema,
  type MatterDetail,
  type Message,
} from '@lutai/contracts';
import { answeredCases, approvals, type Database, deliveries, matters, messages, revisions, users } from '@lutai/db';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Actor } from '../audit/actor.ts';
import { matterNotFound, toMatter } from './matter-rows.ts';
import { isDeskReader, mayReadMatter } from './permissions.ts';
import { readCurrentDraft } from './read-draft.ts';
import { selectMatters } from './select-matters.ts';

export type GetMatterDeps = { db: Database; now: () => Date };
export type GetMatterInput = { actor: Actor; matterId: string };

/** One matter as the actor may see it. Someone else's is `not-found`; drafts, triage and deliveries are the desk's. */
export async function getMatter(deps: GetMatterDeps, input: GetMatterInput): Promise<MatterDetail> {
  const { db } = deps;
  const { actor, matterId } = input;
  const [row] = await db.select().from(matters).where(eq(matters.id, matterId));
  if (!row || !mayReadMatter(actor, row)) throw matterNotFound();
  const matter = toMatter(row);
  const where = eq(matters.id, matterId);
  const { matters: summaries } = await selectMatters(db, { actor, where, orderBy: [], now: deps.now() });
  const [summary] = summaries;
  if (!summary) throw matterNotFound();
  const onDesk = isDeskReader(actor);
  return {
    matter: summary,
    factsDate: matter.factsDate,
    factsDateReading: matter.factsDateReading,
    triage: onDesk ? matter.triage : null,
    messages: await readMessages(db, matterId, actor.role === 'client' ? shownToClients : citationSchema),
    draft: onDesk ? await readCurrentDraft(db, matterId) : null,
    deliveries: onDesk ? await readDeliveries(db, matterId) : [],
    rating: matter.ratingScore === null ? null : { score: matter.ratingScore, comment: matter.ratingComment ?? '' },
    publishedCaseId: actor.role === 'client' ? null : await publishedCaseId(db, matterId),
  };
}

const authors = alias(users, 'authors');
const approvers = alias(users, 'approvers');

/** Whether a provision bears a sentence out is said to the desk; a client has the word of who approved it. */
const shownToClients = citationSchema.omit({ support: true, supportReasons: true });

async function readMessages(db: Database, matterId: string, schema: z.ZodType<Citation>): Promise<Message[]> {
  const found = await db
    .select({
      message: messages,
      authorName: authors.name,
      approvedByName: approvers.name,
      attachments: revisions.attachments,
    })
    .from(messages)
    .leftJoin(authors, eq(authors.id, messages.authorId))
    .leftJoin(approvals, eq(approvals.id, messages.approvalId))
    .leftJoin(approvers, eq(approvers.id, approvals.approvedBy))
    .leftJoin(revisions, eq(revisions.id, approvals.revisionId))
    .where(eq(messages.matterId, matterId))
    .orderBy(asc(messages.number));
  return found.map(({ message, authorName, approvedByName, attachments }) => ({
    id: message.id,
    matterId,
    direction: message.direction === 'inbound' ? 'inbound' : 'outbound',
    channel: channelSchema.parse(message.channel),
    authorName: authorName ?? '律台',
    text: message.text,
    citations: z.array(schema).parse(message.citations),
    attachments: z.array(attachmentSchema).parse(attachments ?? []),
    approvedByName,
    createdAt: message.createdAt.toISOString(),
  }));
}

async function readDeliveries(db: Database, matterId: string): Promise<MatterDetail['deliveries']> {
  const found = await db
    .select()
    .from(deliveries)
    .where(eq(deliveries.matterId, matterId))
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id));
  return found.map((delivery) => ({
    id: delivery.id,
    approvalId: delivery.approvalId,
    channel: channelSchema.parse(delivery.channel),
    recipient: delivery.recipient,
    state: deliveryStateSchema.parse(delivery.state),
    attempts: delivery.attempts,
    error: delivery.error,
    sentAt: delivery.sentAt?.toISOString() ?? null,
  }));
}

/** The case of a matter that stands, also where it is held after an amendment. */
export async function publishedCaseId(db: Database, matterId: string): Promise<string | null> {
  const [published] = await db
    .select({ id: answeredCases.id })
    .from(answeredCases)
    .where(and(eq(answeredCases.matterId, matterId), inArray(answeredCases.status, ['active', 'held'])));
  return published?.id ?? null;
}
