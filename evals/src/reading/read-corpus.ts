import type { ProvisionRecord } from '@lutai/retrieval';
import { z } from 'zod';
import { shortHash } from '../evaluation-set.ts';
import { EvaluationInputError } from '../input-error.ts';
import { readJsonLines, readText, refuseDuplicates } from './read-lines.ts';

export interface Corpus {
  hash: string;
  provisions: ProvisionRecord[];
  /** Day of the version of each provision (id → `YYYY-MM-DD`, empty where unknown): tells which of two is newer. */
  dayOf: ReadonlyMap<string, string>;
  skipped: { file: string; reason: string }[];
}

const documentSchema = z.object({
  _id: z.string().min(1),
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

/** The provisions of a `corpus.jsonl` in the BEIR layout: `title` is the law, `metadata.article` the 第…条. */
export function readBeirCorpus(file: string): Corpus {
  const content = readText(file);
  const rows = readJsonLines(file, documentSchema, content);
  if (rows.length === 0) throw new EvaluationInputError(`${file} 里没有条文。`);
  refuseDuplicates(file, rows, ({ _id }) => _id);
  return {
    hash: shortHash(content),
    provisions: rows.map(({ row }) => toProvision(row)),
    dayOf: new Map(rows.map(({ row }) => [row._id, row.metadata.published ?? ''])),
    skipped: [],
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
