import { outcomeSchema } from '@lutai/contracts';
import { z } from 'zod';

/** What the language model is asked for. Provisions are named by the ids of its prompt alone. */
export const modelAnswerSchema = z.object({
  outcome: outcomeSchema,
  conclusion: z.string(),
  claims: z.array(z.object({ text: z.string(), provisions: z.array(z.string()) })),
  missingFacts: z.array(z.object({ question: z.string(), why: z.string() })),
});
export type ModelAnswer = z.infer<typeof modelAnswerSchema>;

/** The conclusion as far as it has come, out of a JSON reply that is still streaming. */
export function streamedConclusion(reply: string): string {
  const written = /"conclusion"\s*:\s*"((?:[^"\\]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*)/u.exec(reply)?.[1];
  return written === undefined ? '' : String(JSON.parse(`"${written.replace(/\p{Cc}/gu, ' ')}"`));
}
