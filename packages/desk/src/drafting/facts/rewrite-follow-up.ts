import type { ReadFacts } from '@lutai/contracts';
import type { ConversationTurn } from '../drafter.ts';

export type FollowUp = Pick<ReadFacts, 'searched' | 'rewritten'>;

/** A question that stands on what was said before: 「那我姐姐呢？」, 「他要是不同意呢」, 「大概多少钱」. */
const leaning =
  /^(?:那|那么|还有|另外|然后|所以|如果|要是|万一|可是|但是|不过)|呢[？?]?$|^(?:他|她|它|这|对方|这个|这样|上面|刚才|前面)|^(?:多少|多久|怎么|几|哪|去哪|什么时候|需要|要不要|能不能)/u;
const standsAlone = 60;
const carried = 400;

/**
 * What is searched for. A follow-up that says little by itself is put behind what the client told first and last, so that
 * the search still knows what the matter is about. Without earlier words of the client the question stays as it is.
 */
export function rewriteFollowUp(input: { question: string; conversation: readonly ConversationTurn[] }): FollowUp {
  const { question } = input;
  const before = input.conversation.filter(({ from }) => from === 'client').map(({ text }) => text);
  const leans = question.length < standsAlone || leaning.test(question.trim());
  if (before.length === 0 || !leans) return { searched: question, rewritten: 'no' };
  const telling = before.find((text) => text.length >= 15) ?? before[0] ?? '';
  const last = before.at(-1) ?? '';
  const kept = telling === last ? [telling] : [telling, last];
  return { searched: [...kept.map((text) => text.slice(-carried)), question].join('\n'), rewritten: 'by-rule' };
}
