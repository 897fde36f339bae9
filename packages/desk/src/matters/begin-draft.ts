import { deadlineSchema, type EnteredEvent, importanceSchema } from '@lutai/contracts';
import { approvals, type Database, drafts, matters, messages, type Transaction, users } from '@lutai/db';
import { and, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { recordAudit, systemActor } from '../audit/record-audit.ts';
import type { DraftAnswerInput } from '../drafting/drafter.ts';
import { readConversation } from './conversation.ts';
import { type DraftRow, findOpenDraft, lockMatter, type MatterRow, newestInbound } from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';

export type BegunDraft = { draftId: string; question: DraftAnswerInput };

/** Opens the draft of a message and gathers what it is to be written from; null when nobody waits for it any more. */
export async function beginDraft(
  deps: { db: Database; now: () => Date; newId: () => string },
  input: { matterId: string; messageId: string },
): Promise<BegunDraft | null> {
  const { matterId, messageId } = input;
  return deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    const newest = await newestInbound(tx, matterId);
    const isWanted = newest?.id === messageId && ['received', 'drafting'].includes(matter.status);
    if (!isWanted) return null;
    const at = deps.now();
    const draft = await openDraft(tx, { matterId, messageId, newId: deps.newId, at });
    if (matter.status !== 'drafting') {
      const status = nextStatus(matter.status, 'draft-started');
      await tx.update(matters).set({ status, updatedAt: at }).where(eq(matters.id, matterId));
      await recordAudit(tx, {
        at,
        actor: systemActor,
        action: 'draft.started',
        subjectType: 'draft',
        subjectId: draft.id,
        matterId,
        details: { messageId, number: draft.number },
      });
    }
    return { draftId: draft.id, question: await questionOf(tx, matter) };
  });
}

async function questionOf(tx: Transaction, matter: MatterRow): Promise<DraftAnswerInput> {
  const [client] = await tx
    .select({ importance: users.importance, name: users.name })
    .from(users)
    .where(eq(users.id, matter.clientId));
  return {
    ...(await readConversation(tx, matter.id)),
    asOf: matter.factsDate,
    reading: matter.factsDateReading,
    importance: importanceSchema.parse(client?.importance ?? 'standard'),
    entered: await lastEntered(tx, matter.id),
    knownNames: client ? [client.name] : [],
    earlierAnswers: await earlierAnswers(tx, matter.clientId),
    ...(matter.triage ? { triage: matter.triage } : {}),
  };
}

const mostEarlier = 5;

/** What was answered to the client before, in this matter and others, newest first. */
async function earlierAnswers(tx: Transaction, clientId: string): Promise<{ question: string; text: string }[]> {
  const asked = alias(messages, 'asked');
  const found = await tx
    .select({ text: messages.text, question: asked.text })
    .from(messages)
    .innerJoin(matters, eq(matters.id, messages.matterId))
    .innerJoin(asked, and(eq(asked.matterId, matters.id), eq(asked.number, 1)))
    .innerJoin(approvals, eq(approvals.id, messages.approvalId))
    .innerJoin(drafts, and(eq(drafts.id, approvals.draftId), eq(drafts.kind, 'answer')))
    .where(and(eq(matters.clientId, clientId), eq(messages.direction, 'outbound')))
    .orderBy(desc(messages.createdAt))
    .limit(mostEarlier);
  return found;
}

/** What an agent entered for the deadlines of the last draft that has any: one that failed has none. */
async function lastEntered(tx: Transaction, matterId: string): Promise<EnteredEvent[]> {
  const [last] = await tx
    .select({ deadlines: drafts.deadlines })
    .from(drafts)
    .where(and(eq(drafts.matterId, matterId), sql`${drafts.deadlines} <> '[]'::jsonb`))
    .orderBy(desc(drafts.number))
    .limit(1);
  return z.array(deadlineSchema).parse(last?.deadlines ?? [])[0]?.entered ?? [];
}

export type OpenDraftInput = { matterId: string; messageId: string; newId: () => string; at: Date };

/** The draft in the making of this message: the one that a run before left, or a new one. Hold the matter's lock. */
export async function openDraft(tx: Transaction, input: OpenDraftInput): Promise<DraftRow> {
  const { matterId, messageId, newId, at } = input;
  const open = await findOpenDraft(tx, matterId);
  if (open?.basedOnMessageId === messageId && open.status === 'drafting') return open;
  if (open) await tx.update(drafts).set({ status: 'void', updatedAt: at }).where(eq(drafts.id, open.id));
  const [last] = await tx
    .select({ number: drafts.number })
    .from(drafts)
    .where(eq(drafts.matterId, matterId))
    .orderBy(desc(drafts.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  const created = { id: newId(), matterId, number, basedOnMessageId: messageId, status: 'drafting' };
  const [draft] = await tx
    .insert(drafts)
    .values({ ...created, createdAt: at, updatedAt: at })
    .returning();
  if (!draft) throw new Error('draft was not stored');
  return draft;
}
