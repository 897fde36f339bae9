import type { DraftContent, Turn } from '@lutai/contracts';
import type { AnswerCase } from './answer-set.ts';
import { type AnswerScore, scoreAnswer } from './score-answer.ts';

export type Ask = (
  input: { question: string; conversation?: Turn[]; factsDate: string | null },
  signal: AbortSignal,
) => Promise<DraftContent>;

export interface AnswerResult {
  case: AnswerCase;
  draft: DraftContent;
  score: AnswerScore;
}

export interface AnswerWork {
  signal: AbortSignal;
  onProgress?: (done: number, total: number) => void;
  /** Milliseconds of a clock that never goes back. */
  now?: () => number;
}

/** Puts each case to the desk, one after the other, and scores the answer. Throws what `ask` throws, and when `signal` is aborted. */
export async function evaluateAnswers(
  { ask }: { ask: Ask },
  cases: readonly AnswerCase[],
  { signal, onProgress, now = () => performance.now() }: AnswerWork,
): Promise<AnswerResult[]> {
  const results: AnswerResult[] = [];
  for (const one of cases) {
    signal.throwIfAborted();
    const { question, conversation, factsDate } = one;
    const began = now();
    const draft = await ask({ question, ...(conversation.length > 0 && { conversation }), factsDate }, signal);
    results.push({ case: one, draft, score: scoreAnswer(one, draft, now() - began) });
    onProgress?.(results.length, cases.length);
  }
  return results;
}
