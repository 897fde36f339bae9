import type { ConversationTurn } from './drafter.ts';

/** What is searched for: the question, and before it what the client said last when the question alone says little. */
export function searchQuestion(input: { question: string; conversation: ConversationTurn[] }): string {
  const before = input.conversation.findLast(({ from }) => from === 'client')?.text;
  if (before === undefined || input.question.length >= 60) return input.question;
  return `${before.slice(-400)}\n${input.question}`;
}
