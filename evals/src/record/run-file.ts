import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { EvaluationInputError } from '../input-error.ts';
import { readJsonLines, readText, refuseDuplicates } from '../reading/read-lines.ts';
import type { RetrievalRun, RunHeader } from '../run/retrieval-run.ts';
import type { QuestionResult } from '../scoring/question-result.ts';

/** What is kept of a run: not the texts, no time and no place, so that a run that gives the same again gives the same file. */
export interface SavedRun {
  header: RunHeader;
  results: Omit<QuestionResult, 'latencyMs'>[];
}

const FORMAT = 'lutai-retrieval-run-1';

const headerSchema = z.object({
  format: z.literal(FORMAT),
  set: z.string(),
  split: z.string().nullable(),
  queries: z.number(),
  questionsHash: z.string(),
  corpusHash: z.string(),
  modelId: z.string(),
  folds: z.object({ count: z.number(), seed: z.number() }).nullable(),
});
const known = z.boolean().nullable();
const resultSchema = z.object({
  id: z.string(),
  area: z.string().nullable(),
  fold: z.number().nullable(),
  labels: z.array(
    z.object({
      citation: z.string(),
      gain: z.number(),
      rank: z.number().int().positive().nullable(),
      seen: z.object({ trainQuestions: known, anyTraining: known }),
    }),
  ),
  metrics: z.object({
    'recall@5': z.number(),
    'recall@10': z.number(),
    'recall@20': z.number(),
    'recall@100': z.number(),
    'mrr@10': z.number(),
    'ndcg@10': z.number(),
  }),
});

/** The header in the first line, then one line a question. */
export function writeRunFile(file: string, { header, results }: RetrievalRun): void {
  const rows = [{ format: FORMAT, ...header }, ...results.map(({ latencyMs: _, ...kept }) => kept)];
  try {
    writeFileSync(file, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
  } catch (error) {
    throw new EvaluationInputError(`写不了 ${file}。`, { cause: error });
  }
}

export function readRunFile(file: string): SavedRun {
  const [first = '', ...others] = readText(file).split('\n');
  const [head] = readJsonLines(file, headerSchema, first);
  if (head === undefined) throw new EvaluationInputError(`${file} 第 1 行应是运行记录的开头，这里是空的。`);
  // An empty first line keeps the numbers of the others.
  const rows = readJsonLines(file, resultSchema, ['', ...others].join('\n'));
  refuseDuplicates(file, rows, ({ id }) => id);
  const { format: _, ...header } = head.row;
  if (rows.length !== header.queries) {
    throw new EvaluationInputError(`${file} 应有 ${header.queries} 个问题，只有 ${rows.length} 个：文件不完整。`);
  }
  return { header, results: rows.map(({ row }) => row) };
}
