import { writeFileSync } from 'node:fs';
import { citationStateSchema, drafterSchema, outcomeSchema, routeSchema } from '@lutai/contracts';
import { z } from 'zod';
import { EvaluationInputError } from '../input-error.ts';
import { readJsonLines, readText, refuseDuplicates } from '../reading/read-lines.ts';
import type { AnswerScore } from './score-answer.ts';

const answersRunFormat = 'lutai-answers-run-1';

const headerSchema = z.object({
  format: z.literal(answersRunFormat),
  cases: z.number().int(),
  casesHash: z.string(),
});

const count = z.number().int().min(0);
const citedSchema = z.object({ labels: count, found: count, cited: count, right: count }).nullable();
const scoreSchema: z.ZodType<AnswerScore> = z.object({
  id: z.string(),
  area: z.string(),
  kind: z.string(),
  route: z.object({ expected: routeSchema, found: routeSchema }),
  outcome: outcomeSchema,
  basis: citedSchema,
  text: citedSchema,
  citations: z.object({ count, notOk: z.array(z.object({ raw: z.string(), state: citationStateSchema })) }),
  points: z.array(z.boolean()),
  forbidden: z.array(z.boolean()),
  asks: z.array(z.boolean()),
  length: z.object({ characters: count, own: count, sentences: count, legalese: count }),
  drafter: drafterSchema,
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
  calls: z.object({
    made: count,
    failed: count,
    inputTokens: count,
    outputTokens: count,
    costYuan: z.number().nullable(),
  }),
  ms: z.number(),
});

/** What is kept of a run: neither questions nor answers. */
export interface SavedAnswers {
  casesHash: string;
  scores: AnswerScore[];
}

/** The header in the first line, then one line a case. */
export function writeAnswersRun(file: string, { casesHash, scores }: SavedAnswers): void {
  const rows = [{ format: answersRunFormat, cases: scores.length, casesHash }, ...scores];
  try {
    writeFileSync(file, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
  } catch (error) {
    throw new EvaluationInputError(`写不了 ${file}。`, { cause: error });
  }
}

/** Whether the file's first line says that it was written by `writeAnswersRun`. */
export function isAnswersRun(file: string): boolean {
  const [first = ''] = readText(file).split('\n');
  return first.includes(`"${answersRunFormat}"`);
}

export function readAnswersRun(file: string): SavedAnswers {
  const [first = '', ...others] = readText(file).split('\n');
  const [head] = readJsonLines(file, headerSchema, first);
  if (head === undefined) throw new EvaluationInputError(`${file} 第 1 行应是运行记录的开头，这里是空的。`);
  // An empty first line keeps the numbers of the others.
  const rows = readJsonLines(file, scoreSchema, ['', ...others].join('\n'));
  refuseDuplicates(file, rows, ({ id }) => id);
  if (rows.length !== head.row.cases) {
    throw new EvaluationInputError(`${file} 应有 ${head.row.cases} 题，只有 ${rows.length} 题：文件不完整。`);
  }
  return { casesHash: head.row.casesHash, scores: rows.map(({ row }) => row) };
}
