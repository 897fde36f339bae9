import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { CaseRecord } from '@lutai/retrieval';
import { z } from 'zod';
import { provisionKey } from '../citation-key.ts';
import type { EvaluationSet } from '../evaluation-set.ts';
import { readBeirCorpus } from './read-corpus.ts';
import { readLabels } from './read-labels.ts';
import { readJsonLines, refuseDuplicates } from './read-lines.ts';

const querySchema = z.object({ _id: z.string().min(1), text: z.string() });

/** One split of a folder in the BEIR layout. Throws `EvaluationInputError`, which names the file and the line. */
export function readBeir(folder: string, split: string): EvaluationSet {
  const corpus = readBeirCorpus(join(folder, 'corpus.jsonl'));
  const keys = new Map(corpus.provisions.map((provision) => [provision.provisionId, provisionKey(provision)]));
  const queriesFile = join(folder, 'queries.jsonl');
  const queries = readJsonLines(queriesFile, querySchema);
  refuseDuplicates(queriesFile, queries, ({ _id }) => _id);
  const texts = new Map(queries.map(({ row }) => [row._id, row.text]));
  const known = { hasQuestion: (id: string) => texts.has(id), hasDocument: (id: string) => keys.has(id) };
  const questions = [...readLabels(join(folder, 'qrels', `${split}.tsv`), known)].map(([id, scores]) => ({
    id,
    text: texts.get(id) ?? '',
    area: null,
    labels: [...scores].map(([provisionId, gain]) => ({ provisionId, citation: keys.get(provisionId) ?? '', gain })),
  }));
  const train = join(folder, 'qrels/train.tsv');
  const hasCases = split !== 'train' && existsSync(train);
  return {
    name: basename(resolve(folder)),
    split,
    corpusHash: corpus.hash,
    provisions: corpus.provisions,
    questions,
    cases: hasCases ? toCases(readLabels(train, known), texts) : [],
    skipped: [],
  };
}

function toCases(labels: Map<string, Map<string, number>>, texts: ReadonlyMap<string, string>): CaseRecord[] {
  return [...labels].map(([caseId, scores]) => ({
    caseId,
    title: '',
    question: texts.get(caseId) ?? '',
    answer: '',
    citations: [],
    provisionIds: [...scores.keys()],
  }));
}
