import { createHash } from 'node:crypto';
import { z } from 'zod';
import { citationKey } from '../citation-key.ts';
import { EvaluationInputError } from '../input-error.ts';
import { readLawFolder } from '../reading/read-law-folder.ts';
import { readJsonLines, refuseDuplicates } from '../reading/read-lines.ts';
import { newestByCitation } from '../reading/read-own-set.ts';

export const supportStates = ['supported', 'doubtful', 'contradicted', 'none-claimed'] as const;
export const supportSplits = ['tune', 'measure'] as const;
export type SupportSplit = (typeof supportSplits)[number];

const pairSchema = z.object({
  id: z.string().regex(/^[a-z-]+-[0-9a-f]{6}-[a-z]\d+$/u),
  claim: z.string().min(1),
  citation: z.string().min(1),
  support: z.enum(supportStates),
  note: z.string(),
});

/** A claim, the provision that it cites, and whether that provision bears it out. */
export type SupportPair = z.infer<typeof pairSchema>;
export type SupportCase = SupportPair & { provision: string };

/** The pairs of a file, one JSON object a line. Throws `EvaluationInputError` naming the line. */
export function readSupportPairs(file: string): SupportPair[] {
  const rows = readJsonLines(file, pairSchema);
  if (rows.length === 0) throw new EvaluationInputError(`${file} 里没有论断。`);
  refuseDuplicates(file, rows, ({ id }) => id);
  return rows.map(({ row }) => row);
}

/**
 * The part that a pair is in: by the SHA-256 of its id up to the last hyphen, so that all claims about one provision are
 * in one part; its first 32 bits divided by 3 leave 0 for `measure`.
 */
export function splitOf(id: string): SupportSplit {
  const hash = createHash('sha256')
    .update(id.slice(0, id.lastIndexOf('-')))
    .digest();
  return hash.readUInt32BE(0) % 3 === 0 ? 'measure' : 'tune';
}

/** Puts the words of the provision, of its newest version in a folder of law files, beside each pair. */
export function withProvisions(pairs: readonly SupportPair[], lawFolder: string): SupportCase[] {
  const corpus = readLawFolder(lawFolder);
  const newest = newestByCitation(corpus);
  const texts = new Map(corpus.provisions.map(({ provisionId, text }) => [provisionId, text]));
  const missing: string[] = [];
  const cases = pairs.flatMap((pair) => {
    const provision = texts.get(newest.get(citationKey(withoutBookMarks(pair.citation))) ?? '');
    if (provision === undefined) missing.push(pair.citation);
    return provision === undefined ? [] : [{ ...pair, provision }];
  });
  if (missing.length > 0)
    throw new EvaluationInputError(
      `${lawFolder} 里没有${missing.length}条所引的法条，如${missing[0]}。请检查 --corpus。`,
    );
  return cases;
}

/** 「《中华人民共和国民法典》第一条」 → 「中华人民共和国民法典第一条」. */
const withoutBookMarks = (citation: string) => citation.replace(/^《(?<law>.*)》(?=第[^《》]*$)/u, '$<law>');
