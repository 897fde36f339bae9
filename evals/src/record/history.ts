import { appendFileSync, existsSync } from 'node:fs';
import { z } from 'zod';
import { type AnswersEntry, answersEntrySchema } from '../answers/answers-history.ts';
import { EvaluationInputError } from '../input-error.ts';
import { readJsonLines } from '../reading/read-lines.ts';
import type { RetrievalRun } from '../run/retrieval-run.ts';
import { type MetricFigures, metricFigures } from '../scoring/figures.ts';
import type { QuestionResult } from '../scoring/question-result.ts';

const figure = z.number().min(0).max(1);
const perMetric = <Value extends z.ZodType>(value: Value) =>
  z.object({
    'recall@5': value,
    'recall@10': value,
    'recall@20': value,
    'recall@100': value,
    'mrr@10': value,
    'ndcg@10': value,
  });
const fieldsSchema = z.object({
  /** Left out in the lines of `eval retrieval`. */
  suite: z.literal('retrieval').optional(),
  date: z.iso.date(),
  name: z.string().min(1),
  set: z.string(),
  split: z.string().nullable(),
  folds: z.number().nullable(),
  queries: z.number().int().positive(),
  metrics: perMetric(figure),
  intervals: perMetric(z.tuple([figure, figure])),
  modelId: z.string(),
  corpusHash: z.string(),
  questionsHash: z.string(),
  /** `rankText` of the run. */
  ranks: z.string().regex(/^[-0-9,|]+$/u),
});

const entrySchema = fieldsSchema.refine(({ ranks, queries }) => ranks.split('|').length === queries, {
  path: ['ranks'],
});

/** One accepted run of `eval retrieval`. */
export type HistoryEntry = z.infer<typeof entrySchema>;

const lineSchema = z.discriminatedUnion('suite', [entrySchema, answersEntrySchema]);
export type HistoryLine = z.infer<typeof lineSchema>;

export function toHistoryEntry({ header, results }: RetrievalRun, name: string, date: string): HistoryEntry {
  const { metrics, intervals }: MetricFigures = metricFigures(results);
  const { set, split, queries, modelId, corpusHash, questionsHash, folds } = header;
  const facts = { date, name, set, split, folds: folds?.count ?? null, queries };
  return { ...facts, metrics, intervals, modelId, corpusHash, questionsHash, ranks: rankText(results) };
}

/**
 * Ranks of the labelled provisions, question by question in order of their ids: 「1,17|-|3」, `-` for one that was not among
 * the first 100. Enough to compare a later run question by question.
 */
export function rankText(results: readonly Pick<QuestionResult, 'id' | 'labels'>[]): string {
  const inOrder = [...results].sort((a, b) => (a.id < b.id ? -1 : 1));
  const write = (ranks: (number | null)[]) => ranks.map((rank) => rank ?? '-').join(',');
  return inOrder.map(({ labels }) => write(labels.map(({ rank }) => rank))).join('|');
}

/** Back from `rankText`. */
export const readRanks = (text: string): (number | null)[][] =>
  text.split('|').map((question) => question.split(',').map((rank) => (rank === '-' ? null : Number(rank))));

/** All accepted runs, oldest first; none where there is no file yet. Throws for a line that is none, naming it. */
export function readHistory(file: string): HistoryLine[] {
  if (!existsSync(file)) return [];
  return readJsonLines(file, lineSchema).map(({ row }) => row);
}

/** Reads the file first, so that nothing is added to a broken one. */
export function appendHistory(file: string, entry: HistoryLine): void {
  readHistory(file);
  try {
    appendFileSync(file, `${JSON.stringify(entry)}\n`);
  } catch (error) {
    throw new EvaluationInputError(`写不了 ${file}。`, { cause: error });
  }
}

/** The last line of that name among the runs of `eval retrieval`. */
export const newestOf = (file: string, name: string): HistoryEntry =>
  newest(
    readHistory(file).filter((line) => line.suite !== 'answers'),
    file,
    name,
  );

/** The last line of that name among the runs of `eval answers`. */
export const newestAnswersOf = (file: string, name: string): AnswersEntry =>
  newest(
    readHistory(file).filter((line) => line.suite === 'answers'),
    file,
    name,
  );

function newest<Line extends { name: string }>(lines: readonly Line[], file: string, name: string): Line {
  const last = lines.findLast((line) => line.name === name);
  if (last === undefined)
    throw new EvaluationInputError(`${file} 里没有名为“${name}”的记录，请先用 --accept 记下一次。`);
  return last;
}
