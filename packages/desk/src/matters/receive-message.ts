import type { Channel, Importance, MatterEvent, MatterKind, MatterStatus, Triage } from '@lutai/contracts';
import { importanceSchema } from '@lutai/contracts';
import { type Database, matters, messages, rows, type Transaction, users } from '@lutai/db';
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { DeskError } from '../desk-error.ts';
import { chinaDay } from '../drafting/china-day.ts';
import type { DatedText } from '../drafting/drafter.ts';
import { readConversation } from './conversation.ts';
import { cancelDraftJobs, enqueueDraft } from './enqueue-draft.ts';
import { factsColumns, factsDetails } from './facts-columns.ts';
import { lockMatter, type MatterRow, matterNotFound, nextMessageNumber } from './matter-rows.ts';
import { nextStatus } from './matter-status.ts';
import { storableText } from './storable-text.ts';
import { voidOpenWork } from './void-open-work.ts';

export type ReceiveMessageDeps = {
  db: Database;
  now: () => Date;
  newId: () => string;
  /** `said` are the same words message by message, with their days. */
  triage: (text: string, importance: Importance, said: DatedText[]) => Triage;
  publish: (event: MatterEvent) => void;
  wake: () => void;
};

export type ReceiveMessageInput = {
  /** The client who writes. */
  actor: Actor;
  text: string;
  channel: Channel;
  /** Which matter it belongs to: that one, always a new one, or the client's open one (else a new one). */
  matter: { id: string } | 'new' | 'open';
  kind?: MatterKind;
  factsDate?: string;
  /** What the sender calls this message; the same twice is the same message. */
  externalId?: string;
};

export type ReceivedMessage = { matterId: string; messageId: string; duplicate: boolean };

/** Triage reads the end of a long conversation: what is said last decides, and the work stays bounded. */
const triagedLength = 40_000;

/** Another transaction stored the same message first: this one is rolled back. */
class AlreadyReceived extends Error {}

/**
 * Takes a client's message in: a new matter or a further message of one, triaged, with a draft on its way. Whatever was
 * drafted or approved for earlier messages and has not left is voided. `also` is done in the same transaction, and not
 * where the message was there already.
 */
export async function receiveMessage(
  deps: ReceiveMessageDeps,
  input: ReceiveMessageInput,
  also?: (tx: Transaction, received: { matterId: string }) => Promise<void>,
): Promise<ReceivedMessage> {
  const text = storableText(input.text).trim();
  if (text === '') throw new DeskError('invalid-input', '消息是空的。请写下您的问题。');
  const known = await findReceived(deps.db, input, text);
  if (known) return known;
  try {
    const received = await deps.db.transaction(async (tx) => {
      const stored = await store(deps, tx, input, text);
      await also?.(tx, stored);
      return stored;
    });
    const { matterId, messageId } = received;
    deps.publish({ type: 'message', matterId, messageId });
    deps.publish({ type: 'status', matterId, status: received.status });
    deps.wake();
    return { matterId, messageId, duplicate: false };
  } catch (cause) {
    const first = cause instanceof AlreadyReceived ? await findReceived(deps.db, input, text) : null;
    if (!first) throw cause;
    return first;
  }
}

async function findReceived(db: Database, input: ReceiveMessageInput, text: string): Promise<ReceivedMessage | null> {
  const { actor, channel, externalId, matter } = input;
  if (externalId === undefined) return null;
  const [row] = await db
    .select({ matterId: messages.matterId, messageId: messages.id, text: messages.text })
    .from(messages)
    .where(
      and(
        eq(messages.channel, channel),
        eq(messages.authorId, actor.id),
        eq(messages.externalId, storableText(externalId)),
      ),
    );
  if (!row) return null;
  const isOther = row.text !== text || (typeof matter === 'object' && matter.id !== row.matterId);
  if (isOther) throw new DeskError('conflict', '同一个幂等键已用于另一条消息。请换一个新的幂等键再发送。');
  return { matterId: row.matterId, messageId: row.messageId, duplicate: true };
}

async function store(deps: ReceiveMessageDeps, tx: Transaction, input: ReceiveMessageInput, text: string) {
  const { actor } = input;
  const at = deps.now();
  const messageId = deps.newId();
  const existing = await findTarget(tx, input);
  const status = existing ? nextStatus(existing.status, 'client-message') : 'received';
  const earlier = existing ? (await readConversation(tx, existing.id)).said : [];
  const said = [...earlier, { text, askedOn: chinaDay(at) }];
  const words = said.map((each) => each.text).join('\n\n');
  const triage = deps.triage(words.slice(-triagedLength), await importanceOf(tx, actor.id), said);
  const matterId = existing?.id ?? deps.newId();
  const facts = factsColumns(existing, { text, askedOn: chinaDay(at), given: input.factsDate });
  const triaged = {
    status,
    ...triageColumns(triage, at),
    ...facts,
    updatedAt: at,
  };
  if (existing) await tx.update(matters).set(triaged).where(eq(matters.id, matterId));
  else await tx.insert(matters).values({ ...triaged, ...(await newMatter(tx, { matterId, input, text, at })) });

  const number = await nextMessageNumber(tx, matterId);
  const message = {
    id: messageId,
    matterId,
    number,
    direction: 'inbound',
    channel: input.channel,
    text,
    createdAt: at,
  };
  const externalId = input.externalId === undefined ? null : storableText(input.externalId);
  const stored = await tx
    .insert(messages)
    .values({ ...message, authorId: actor.id, externalId })
    .onConflictDoNothing({ target: [messages.channel, messages.authorId, messages.externalId] })
    .returning({ id: messages.id });
  if (stored.length === 0) throw new AlreadyReceived();

  const reason = '客户又发来了新消息';
  const voided = existing ? await voidOpenWork(tx, { matterId, reason, at }) : { drafts: [], approvals: [] };
  if (existing) await cancelDraftJobs(tx, matterId);
  await enqueueDraft(tx, { id: deps.newId(), matterId, messageId });
  await recordAudit(tx, {
    at,
    actor,
    action: 'message.received',
    subjectType: 'message',
    subjectId: messageId,
    matterId,
    details: {
      newMatter: !existing,
      channel: input.channel,
      area: triage.area,
      priority: triage.priority,
      dueInHours: triage.dueInHours,
      voided,
      ...factsDetails(facts),
      ...(existing ? { from: existing.status } : {}),
    },
  });
  return { matterId, messageId, status };
}

async function findTarget(tx: Transaction, { actor, matter }: ReceiveMessageInput): Promise<MatterRow | null> {
  if (matter === 'new') return null;
  if (matter !== 'open') {
    const found = await lockMatter(tx, matter.id);
    if (found.clientId !== actor.id) throw matterNotFound();
    return found;
  }
  const archived: MatterStatus = 'archived';
  const [open] = await tx
    .select({ id: matters.id })
    .from(matters)
    .where(and(eq(matters.clientId, actor.id), ne(matters.status, archived)))
    .orderBy(desc(matters.updatedAt))
    .limit(1);
  return open ? lockMatter(tx, open.id) : null;
}

async function importanceOf(tx: Transaction, clientId: string): Promise<Importance> {
  const [client] = await tx.select({ importance: users.importance }).from(users).where(eq(users.id, clientId));
  return importanceSchema.parse(client?.importance ?? 'standard');
}

const triageColumns = (triage: Triage, at: Date) => ({
  area: triage.area,
  urgency: triage.urgency,
  complexity: triage.complexity,
  priority: triage.priority,
  dueAt: new Date(at.getTime() + triage.dueInHours * 3_600_000),
  triage,
});

type NewMatter = { matterId: string; input: ReceiveMessageInput; text: string; at: Date };

async function newMatter(tx: Transaction, { matterId, input, text, at }: NewMatter) {
  const [drawn] = await rows<{ number: number }>(tx, sql`select nextval('matter_numbers')::int as number`);
  return {
    id: matterId,
    number: `LT${chinaDay(at).slice(0, 4)}-${String(drawn?.number ?? 0).padStart(6, '0')}`,
    clientId: input.actor.id,
    kind: input.kind ?? 'consultation',
    channel: input.channel,
    subject: subjectOf(text),
    createdAt: at,
  };
}

/** The first sentence or so, cut at 40 characters (not UTF-16 units, so that no character is halved). */
function subjectOf(text: string): string {
  const line = (text.split('\n').find((candidate) => candidate.trim() !== '') ?? text).trim();
  const characters = [...line];
  return characters.length <= 40 ? line : `${characters.slice(0, 39).join('')}…`;
}
