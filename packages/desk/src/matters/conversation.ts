import { messages, type Transaction } from '@lutai/db';
import { asc, eq } from 'drizzle-orm';
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
    .select({ direction: messages.direction, text: messages.text, createdAt: messages.createdAt })
    .from(messages)
    .where(eq(messages.matterId, matterId))
    .orderBy(asc(messages.number));
  const answered = found.findLastIndex(({ direction }) => direction === 'outbound') + 1;
  const inbound = found.filter(({ direction }) => direction === 'inbound');
  return {
    said: inbound.map(({ text, createdAt }) => ({ text, askedOn: chinaDay(createdAt) })),
    question: found
      .slice(answered)
      .map(({ text }) => text)
      .join('\n\n'),
    conversation: found
      .slice(0, answered)
      .map(({ direction, text }) => ({ from: direction === 'inbound' ? 'client' : 'desk', text })),
  };
}
