import { z } from 'zod';

/** What the language model is asked for. Provisions, steps and pieces of evidence are named by the ids of its prompt alone. */
export const modelAnswerSchema = z.object({
  outcome: z.enum(['answered', 'needs-facts', 'insufficient-basis', 'foreign-law', 'not-legal', 'harmful']),
  conclusion: z.string(),
  claims: z.array(
    z.object({
      condition: z.string(),
      text: z.string(),
      provisions: z.array(z.object({ id: z.string(), words: z.string() })),
    }),
  ),
  calculations: z.array(z.object({ what: z.string(), expression: z.string(), result: z.coerce.number() })),
  missingFacts: z.array(z.object({ question: z.string(), why: z.string() })),
  steps: z.array(z.string()),
  evidence: z.array(z.string()),
});
export type ModelAnswer = z.infer<typeof modelAnswerSchema>;

/** The conclusion as far as it has come, out of a JSON reply that is still streaming. */
export function streamedConclusion(reply: string): string {
  const written = /"conclusion"\s*:\s*"((?:[^"\\]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*)/u.exec(reply)?.[1];
  return written === undefined ? '' : String(JSON.parse(`"${written.replace(/\p{Cc}/gu, ' ')}"`));
}
