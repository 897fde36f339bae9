import { attachmentSchema } from '@lutai/contracts';
import { approvals, drafts, messages, revisions, type Transaction } from '@lutai/db';
import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { chinaDay } from '../drafting/china-day.ts';
import type { ConversationTurn, DatedText } from '../drafting/drafter.ts';

/**
 * What is asked now (all the client has written since the last answer) and what was said before, oldest first; `said` is
 * all that the client has written, each message with its day.
 */
export async function readConversation(
  tx: Transaction,
  matterId: string,
): Promise<{ question: string; conversation: ConversationTurn[]; said: DatedText[] }> {
  const found = await tx
    .select({
      direction: messages.direction,
      text: messages.text,
      createdAt: messages.createdAt,
      kind: drafts.kind,
      attachments: revisions.attachments,
    })
    .from(messages)
    .leftJoin(approvals, eq(approvals.id, messages.approvalId))
    .leftJoin(drafts, eq(drafts.id, approvals.draftId))
    .leftJoin(revisions, eq(revisions.id, approvals.revisionId))
    .where(eq(messages.matterId, matterId))
    .orderBy(asc(messages.number));
  const answered = found.findLastIndex(({ kind }) => kind === 'answer') + 1;
  const inbound = found.filter(({ direction }) => direction === 'inbound');
  return {
    said: inbound.map(({ text, createdAt }) => ({ text, askedOn: chinaDay(createdAt) })),
    question: found
      .slice(answered)
      .filter(({ direction }) => direction === 'inbound')
      .map(({ text }) => text)
      .join('\n\n'),
    conversation: found.slice(0, answered).map(({ direction, text, kind, attachments }) => ({
      from: direction === 'inbound' ? 'client' : 'desk',
      text: kind === 'document' ? documentSent(attachments) : text,
    })),
  };
}

/** A document is named and not told: it may be longer than all that was said. */
const documentSent = (attachments: unknown): string =>
  `已送达文书：${z
    .array(attachmentSchema)
    .parse(attachments ?? [])
    .map(({ name }) => name)
    .join('、')}`;
