import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseRecord, ProvisionRecord } from '@lutai/retrieval';
import { z } from 'zod';
import type { Relevance } from './ranking-metrics.ts';

/** A folder in the BEIR layout that cannot be evaluated; the message says which file and why. */
export class BeirError extends Error {
  override name = 'BeirError';
}

export interface BeirSet {
  /** Hash of the corpus file. */
  corpusVersion: string;
  provisions: ProvisionRecord[];
  questions: { id: string; text: string; relevant: Relevance }[];
  /** Train questions with their labels, where the split is another one. */
  cases: CaseRecord[];
}

const documentSchema = z.object({
  _id: z.string(),
  title: z.string().default(''),
  text: z.string(),
  metadata: z
    .object({
      article: z.string().nullish(),
      section: z.string().nullish(),
      file: z.string().nullish(),
      published: z.string().nullish(),
    })
    .default({}),
});
const querySchema = z.object({ _id: z.string(), text: z.string() });

export function readBeir(folder: string, split: string): BeirSet {
  const corpusFile = join(folder, 'corpus.jsonl');
  const corpus = readText(corpusFile);
  const texts = new Map<string, string>();
  for (const { _id, text } of parseLines(join(folder, 'queries.jsonl'), querySchema)) texts.set(_id, text);
  const questions = [...readLabels(join(folder, 'qrels', `${split}.tsv`))].map(([id, relevant]) => {
    const text = texts.get(id);
    if (text === undefined) throw new BeirError(`queries.jsonl has no question ${id}, which ${split}.tsv labels`);
    return { id, text, relevant };
  });
  return {
    corpusVersion: createHash('sha256').update(corpus).digest('hex').slice(0, 16),
    provisions: parseLines(corpusFile, documentSchema, corpus).map(toProvision),
    questions,
    cases: split === 'train' ? [] : readCases(join(folder, 'qrels/train.tsv'), texts),
  };
}

function toProvision({ _id, title, text, metadata }: z.infer<typeof documentSchema>): ProvisionRecord {
  return {
    provisionId: _id,
    lawId: title,
    versionId: `${title}|${metadata.file ?? ''}|${metadata.published ?? ''}`,
    law: title,
    article: metadata.article ?? '',
    path: metadata.section ? metadata.section.split(' / ') : [],
    level: 'other',
    effectiveFrom: null,
    effectiveTo: null,
    text,
  };
}

function readCases(file: string, texts: ReadonlyMap<string, string>): CaseRecord[] {
  if (!existsSync(file)) return [];
  return [...readLabels(file)].map(([caseId, relevant]) => ({
    caseId,
    title: '',
    question: texts.get(caseId) ?? '',
    answer: '',
    citations: [],
    provisionIds: [...relevant.keys()],
  }));
}

/** Question → labels above 0, in the file's order. The first line is a heading. */
function readLabels(file: string): Map<string, Map<string, number>> {
  const labels = new Map<string, Map<string, number>>();
  for (const line of readText(file).split(/\r?\n/u).slice(1)) {
    const [question = '', document = '', score = ''] = line.split('\t');
    if (question === '' || !(Number(score) > 0)) continue;
    const own = labels.get(question) ?? new Map<string, number>();
    labels.set(question, own.set(document, Number(score)));
  }
  return labels;
}

function parseLines<Row>(file: string, schema: z.ZodType<Row>, content = readText(file)): Row[] {
  return content.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return schema.parse(JSON.parse(line));
    } catch (error) {
      throw new BeirError(`${file}, line ${i + 1}: not a row of a BEIR set`, { cause: error });
    }
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BeirError(`cannot read ${file}`, { cause: error });
  }
}
