import { existsSync, statSync } from 'node:fs';
import { z } from 'zod';
import { citationKey } from '../citation-key.ts';
import { EvaluationInputError } from '../input-error.ts';
import { readBeir } from './read-beir.ts';
import { readJsonLines } from './read-lines.ts';

const rowSchema = z.object({ citations: z.array(z.string()) });

/**
 * Keys of the provisions that training questions name: those of a file of questions with `citations`, or of the train split
 * of a folder in the BEIR layout.
 */
export function readNamedProvisions(path: string): Set<string> {
  if (!existsSync(path)) throw new EvaluationInputError(`读不了 ${path}。`);
  if (statSync(path).isDirectory()) {
    return new Set(readBeir(path, 'train').questions.flatMap(({ labels }) => labels.map(({ citation }) => citation)));
  }
  return new Set(readJsonLines(path, rowSchema).flatMap(({ row }) => row.citations.map(citationKey)));
}
