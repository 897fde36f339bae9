import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { citationKey, provisionKey } from '../citation-key.ts';
import { type EvaluationSet, type LabelledQuestion, shortHash } from '../evaluation-set.ts';
import { EvaluationInputError } from '../input-error.ts';
import { type Corpus, readBeirCorpus } from './read-corpus.ts';
import { readLawFolder } from './read-law-folder.ts';
import { readJsonLines, refuseDuplicates } from './read-lines.ts';

const questionSchema = z.object({
  text: z.string().refine((text) => text.trim() !== ''),
  citations: z.array(z.string().min(1)).min(1),
  area: z.string().min(1).nullish(),
});

/**
 * Questions with citations (`{"text","citations","area"}` a line) over a corpus: a `corpus.jsonl`, a folder that holds one,
 * or a folder of law files. Of several versions of a provision the newest is the labelled one. A citation that the corpus
 * lacks keeps its label, without a provision.
 */
export function readOwnSet(questionsFile: string, corpusPath: string): EvaluationSet {
  const rows = readJsonLines(questionsFile, questionSchema);
  if (rows.length === 0) throw new EvaluationInputError(`${questionsFile} 里没有问题。`);
  refuseDuplicates(questionsFile, rows, ({ text }) => text);
  const corpus = openCorpus(corpusPath);
  const newest = newestByCitation(corpus);
  const questions = rows.map(({ row }): LabelledQuestion => {
    const keys = [...new Set(row.citations.map(citationKey))];
    return {
      id: `o${shortHash(row.text).slice(0, 12)}`,
      text: row.text,
      area: row.area ?? null,
      labels: keys.map((citation) => ({ provisionId: newest.get(citation) ?? null, citation, gain: 1 })),
    };
  });
  const { hash, provisions, skipped } = corpus;
  return {
    name: basename(questionsFile, '.jsonl'),
    split: null,
    corpusHash: hash,
    provisions,
    questions,
    cases: [],
    skipped,
  };
}

function openCorpus(path: string): Corpus {
  if (!existsSync(path)) throw new EvaluationInputError(`读不了 ${path}。`);
  if (!statSync(path).isDirectory()) return readBeirCorpus(path);
  const inside = join(path, 'corpus.jsonl');
  return existsSync(inside) ? readBeirCorpus(inside) : readLawFolder(path);
}

/** Citation → provision of the newest version; of one day, the one that comes last. */
export function newestByCitation({ provisions, dayOf }: Corpus): Map<string, string> {
  const newest = new Map<string, string>();
  const day = (id: string | undefined) => dayOf.get(id ?? '') ?? '';
  for (const provision of provisions) {
    const key = provisionKey(provision);
    if (day(newest.get(key)) <= day(provision.provisionId)) newest.set(key, provision.provisionId);
  }
  return newest;
}
