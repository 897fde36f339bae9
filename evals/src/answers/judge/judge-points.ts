import { type LanguageModel, ModelError } from '@lutai/model';
import { z } from 'zod';
import type { AnswerResult } from '../evaluate-answers.ts';
import { agreementOf, type JudgedPoint, type JudgeReport } from './agreement.ts';
import { readJudgePrompt } from './read-judge-prompt.ts';

const verdictsSchema = z.object({
  points: z.array(z.object({ id: z.string(), quote: z.string(), said: z.boolean() })),
});

/**
 * Asks a language model of each answer which of its case's points it says, one call an answer, and holds that against what the
 * patterns found. An answer whose call fails, or of which a point is left without a verdict, is not judged. Throws when `signal` is aborted.
 */
export async function judgePoints(
  { model }: { model: LanguageModel },
  results: readonly AnswerResult[],
  { signal, onProgress }: { signal: AbortSignal; onProgress?: (done: number, total: number) => void },
): Promise<JudgeReport> {
  const prompt = readJudgePrompt();
  const withPoints = results.filter(({ score }) => score.points.length > 0);
  const judged: JudgedPoint[] = [];
  const failures: Record<string, number> = {};
  const usage = { inputTokens: 0, outputTokens: 0 };
  const fail = (reason: string) => {
    failures[reason] = (failures[reason] ?? 0) + 1;
  };
  for (const [i, result] of withPoints.entries()) {
    signal.throwIfAborted();
    try {
      const reply = await model.generate({
        system: prompt.text,
        messages: [{ role: 'user', content: messageFor(result) }],
        schema: verdictsSchema,
        schemaName: 'point_verdicts',
        step: 'judge',
        promptVersion: prompt.version,
        signal,
      });
      usage.inputTokens += reply.usage.inputTokens;
      usage.outputTokens += reply.usage.outputTokens;
      const points = readVerdicts(result, reply.value);
      if (points === null) fail('incomplete');
      else judged.push(...points);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ModelError)) throw error;
      fail(error.code);
    }
    onProgress?.(i + 1, withPoints.length);
  }
  const made = { answers: withPoints.length, failures, ...usage };
  return { model: model.name, promptVersion: prompt.version, ...made, ...agreementOf(judged) };
}

const idOf = (place: number) => `P${place + 1}`;

/** The answer is whatever a client's words have led to: its brackets are replaced, so that it cannot end its own fence. */
function messageFor({ case: { points }, draft }: AnswerResult): string {
  const fenced = (label: string, text: string) => `⟦${label}\n${text.replace(/[⟦⟧]/gu, '|')}\n${label}⟧`;
  const listed = points.map(({ point }, i) => `${idOf(i)} ${point}`).join('\n');
  return `${fenced('答复', draft.text)}\n\n${fenced('要点', listed)}`;
}

/** Null where a point has no verdict or two. */
function readVerdicts({ case: { id, points }, score }: AnswerResult, verdicts: z.output<typeof verdictsSchema>) {
  const judged = points.map(({ point }, i): JudgedPoint | null => {
    const [own, other] = verdicts.points.filter((verdict) => verdict.id === idOf(i));
    return own && !other ? { id, point, code: score.points[i] === true, judge: own.said, quote: own.quote } : null;
  });
  const complete = judged.filter((one) => one !== null);
  return complete.length === points.length ? complete : null;
}
