import { messages, type Transaction } from '@lutai/db';
import { asc, eq } from 'drizzle-orm';
import type { ConversationTurn } from '../drafting/drafter.ts';

/** What is asked now (all the client has written since the last answer) and what was said before, oldest first. */
export async function readConversation(
  tx: Transaction,
  matterId: string,
): Promise<{ question: string; conversation: ConversationTurn[] }> {
  const found = await tx
    .select({ direction: messages.direction, text: messages.text })
    .from(messages)
    .where(eq(messages.matterId, matterId))
    .orderBy(asc(messages.number));
  const answered = found.findLastIndex(({ direction }) => direction === 'outbound') + 1;
  return {
    question: found
      .slice(answered)
      .map(({ text }) => text)
      .join('\n\n'),
    conversation: found
      .slice(0, answered)
      .map(({ direction, text }) => ({ from: direction === 'inbound' ? 'client' : 'desk', text })),
  };
}
