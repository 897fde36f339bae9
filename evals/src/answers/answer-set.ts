import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Route, routeSchema, type Turn, turnSchema } from '@lutai/contracts';
import { z } from 'zod';
import { shortHash } from '../evaluation-set.ts';
import { EvaluationInputError } from '../input-error.ts';
import { readJsonLines, refuseDuplicates } from '../reading/read-lines.ts';

const words = z.string().trim().min(1);
const patternSchema = z.string().min(1);
const rowSchema = z.object({
  id: words,
  area: words,
  kind: words,
  question: words,
  conversation: z.array(turnSchema).default([]),
  factsDate: z.iso.date().nullable().default(null),
  route: routeSchema,
  /** 「《…》第…条」. */
  provisions: z.array(words),
  alsoRight: z.array(words).default([]),
  points: z.array(z.object({ point: words, any: z.array(patternSchema).min(1) })).default([]),
  forbidden: z.array(z.object({ why: words, pattern: patternSchema })).default([]),
  asks: z.array(z.object({ about: words, any: z.array(patternSchema).min(1) })).default([]),
  reference: words,
});
type Row = z.infer<typeof rowSchema>;

/** A question with what a good answer to it holds. One of the patterns of `any` suffices. */
export interface AnswerCase {
  id: string;
  area: string;
  kind: string;
  question: string;
  /** What went before, oldest first. */
  conversation: Turn[];
  factsDate: string | null;
  route: Route;
  /** Citations that the answer must rest on, and others that are right as well. */
  provisions: string[];
  alsoRight: string[];
  points: { point: string; any: RegExp[] }[];
  forbidden: { why: string; pattern: RegExp }[];
  asks: { about: string; any: RegExp[] }[];
  /** A good answer in short, for people who read the set. */
  reference: string;
}

export interface AnswerSet {
  cases: AnswerCase[];
  /** Hash of all that is asked and all that is scored by, in whatever order the cases come. */
  casesHash: string;
}

/** The files `answers-*.jsonl` of a folder, in order of their names. */
export function answerSetFiles(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /^answers-.+\.jsonl$/u.test(name));
  if (names.length === 0) throw new EvaluationInputError(`${folder} 里没有 answers-*.jsonl。`);
  return names.sort().map((name) => join(folder, name));
}

/** One case a line (`evals/own/README.md`). Throws for a line that cannot be used and for an id that comes twice, in whichever files. */
export function readAnswerSet(files: readonly string[]): AnswerSet {
  const fileOf = new Map<string, string>();
  const rows = files.flatMap((file) => {
    const numbered = readJsonLines(file, rowSchema);
    if (numbered.length === 0) throw new EvaluationInputError(`${file} 里没有题目。`);
    refuseDuplicates(file, numbered, ({ id }) => id);
    return numbered.map(({ row, line }) => {
      const other = fileOf.get(row.id);
      if (other !== undefined)
        throw new EvaluationInputError(`${file} 第 ${line} 行的编号在 ${other} 里已有：${row.id}`);
      fileOf.set(row.id, file);
      return { row, compiled: compile(row, `${file} 第 ${line} 行`) };
    });
  });
  const scoredBy = rows.map(({ row: { reference: _, ...row } }) => JSON.stringify(row));
  return { cases: rows.map(({ compiled }) => compiled), casesHash: shortHash(scoredBy.sort().join('\n')) };
}

function compile(row: Row, at: string): AnswerCase {
  const pattern = (source: string) => {
    try {
      return new RegExp(source, 'us');
    } catch (error) {
      throw new EvaluationInputError(`${at}的正则表达式不对：${source}`, { cause: error });
    }
  };
  return {
    ...row,
    points: row.points.map(({ point, any }) => ({ point, any: any.map(pattern) })),
    forbidden: row.forbidden.map(({ why, pattern: source }) => ({ why, pattern: pattern(source) })),
    asks: row.asks.map(({ about, any }) => ({ about, any: any.map(pattern) })),
  };
}
