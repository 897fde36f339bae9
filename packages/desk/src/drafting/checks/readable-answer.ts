import { withoutUnseen } from '../fence-marks.ts';
import type { ModelAnswer } from '../model-answer.ts';

/** The answer without characters that nobody sees, each of its lists at most `most` long. */
export function readableAnswer(answer: ModelAnswer, most: number): ModelAnswer {
  const plain = (text: string) => withoutUnseen(text).trim();
  return {
    ...answer,
    conclusion: plain(answer.conclusion),
    claims: answer.claims.slice(0, most).map(({ condition, text, provisions }) => ({
      ...{ condition: plain(condition), text: plain(text) },
      provisions: provisions.slice(0, most).map(({ id, words }) => ({ id: plain(id), words: plain(words) })),
    })),
    calculations: answer.calculations
      .slice(0, most)
      .map(({ what, expression, result }) => ({ what: plain(what), expression: plain(expression), result })),
    missingFacts: answer.missingFacts
      .slice(0, most)
      .map(({ question, why }) => ({ question: plain(question), why: plain(why) })),
    steps: answer.steps.slice(0, most).map(plain),
    evidence: answer.evidence.slice(0, most).map(plain),
  };
}
