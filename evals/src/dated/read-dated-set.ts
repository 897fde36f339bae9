import { z } from 'zod';
import { EvaluationInputError } from '../input-error.ts';
import { readJsonLines, refuseDuplicates } from '../reading/read-lines.ts';

const words = z.string().trim().min(1);

/** A question that tells when something happened, with the version that applied then; days are `YYYY-MM-DD`. */
const datedQuestionSchema = z.object({
  id: words,
  question: words,
  askedOn: z.iso.date(),
  /** As exactly as the question says it: a day, a month (`YYYY-MM`) or a year. */
  factsDate: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/),
  law: words,
  /** First day of force of the right version. */
  expectedVersion: z.iso.date(),
  citation: words,
});

export type DatedQuestion = z.infer<typeof datedQuestionSchema>;

/** Throws `EvaluationInputError`, which names the line, for a file that cannot be used. */
export function readDatedSet(file: string): DatedQuestion[] {
  const rows = readJsonLines(file, datedQuestionSchema);
  if (rows.length === 0) throw new EvaluationInputError(`${file} 里没有问题。`);
  refuseDuplicates(file, rows, ({ id }) => id);
  refuseDuplicates(file, rows, ({ question }) => question);
  return rows.map(({ row }) => row);
}
