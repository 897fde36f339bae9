import { join } from 'node:path';
import { daySchema } from '@lutai/contracts';
import { z } from 'zod';
import { EvaluationInputError } from '../input-error.ts';
import { readJsonLines, readText, refuseDuplicates } from '../reading/read-lines.ts';

const defectSchema = z.object({
  id: z.string().min(1),
  kind: z.enum(['missing', 'void', 'voidable', 'one-sided', 'excessive', 'contradiction', 'citation']),
  quote: z.string().min(1).nullable(),
  also: z.array(z.string().min(1)).default([]),
  about: z.string().min(1).optional(),
  what: z.string(),
  risk: z.enum(['high', 'medium', 'low']),
});
const lineSchema = z.object({
  id: z.string().min(1),
  file: z.string().regex(/^[\w-]+\.md$/u),
  type: z.enum(['lease', 'loan', 'employment', 'sale', 'service']),
  date: daySchema,
  /** By whom and how a part of the set was written; each group is reported by itself. */
  group: z.string().min(1).optional(),
  defects: z.array(defectSchema).min(1),
});

/** Where a planted defect stands: offsets into the contract's text, end exclusive; none where something is missing. */
export type PlantedDefect = Omit<z.infer<typeof defectSchema>, 'quote' | 'also' | 'about'> & {
  places: { start: number; end: number }[];
  about: RegExp | null;
};
export type LabelledContract = Omit<z.infer<typeof lineSchema>, 'defects'> & { text: string; defects: PlantedDefect[] };

/** Reads `labels.jsonl` of the folder and the contracts beside it. Throws `EvaluationInputError` naming file and place. */
export function readContractSet(folder: string): LabelledContract[] {
  const labels = join(folder, 'labels.jsonl');
  const rows = readJsonLines<z.infer<typeof lineSchema>>(labels, lineSchema);
  refuseDuplicates(labels, rows, ({ id }) => id);
  return rows.map(({ row: { defects, ...contract } }) => {
    const text = readText(join(folder, contract.file));
    const placed = defects.map(({ quote, also, about, ...defect }) => ({
      ...defect,
      places: [...(quote === null ? [] : [quote]), ...also].map((words) => placeOf(words, text, contract.file)),
      about: about === undefined ? null : new RegExp(about, 'us'),
    }));
    return { ...contract, text, defects: placed };
  });
}

function placeOf(words: string, text: string, file: string) {
  const start = text.indexOf(words);
  if (start < 0 || text.indexOf(words, start + 1) >= 0) {
    throw new EvaluationInputError(`${file}：“${words}”应在文中恰好出现一次。`);
  }
  return { start, end: start + words.length };
}
