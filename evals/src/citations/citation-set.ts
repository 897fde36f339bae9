import { type CitationState, citationStateSchema, daySchema } from '@lutai/contracts';
import { z } from 'zod';
import { EvaluationInputError } from '../input-error.ts';
import { readJsonLines, refuseDuplicates } from '../reading/read-lines.ts';

const rowSchema = z.object({
  id: z.string().min(1),
  asOf: daySchema,
  text: z.string().min(1),
  citations: z
    .array(
      z.object({
        raw: z.string().min(1),
        occurrence: z.number().int().positive().default(1),
        state: citationStateSchema,
        target: z.string().min(1).nullable(),
        note: z.string(),
      }),
    )
    .min(1),
});
type Row = z.infer<typeof rowSchema>;

/** `start`/`end` are UTF-16 offsets into the text, end exclusive. */
export interface LabelledCitation {
  raw: string;
  start: number;
  end: number;
  state: CitationState;
  /** 「《…》第…条」: the provision meant; of a range the first. Null where the label names none. */
  target: string | null;
  note: string;
}

export interface LabelledText {
  id: string;
  /** Day as of which the text is checked. */
  asOf: string;
  text: string;
  citations: LabelledCitation[];
}

/** Texts with labelled citations, one JSON object a line (`evals/own/README.md`). A label that is not in its text is refused. */
export function readCitationSet(file: string): LabelledText[] {
  const rows = readJsonLines(file, rowSchema);
  if (rows.length === 0) throw new EvaluationInputError(`${file} 里没有文本。`);
  refuseDuplicates(file, rows, ({ id }) => id);
  return rows.map(({ row, line }) => locate(row, `${file} 第 ${line} 行`));
}

function locate({ id, asOf, text, citations }: Row, at: string): LabelledText {
  const located = citations.map(({ occurrence, ...label }) => {
    let start = -1;
    for (let seen = 0; seen < occurrence; seen++) {
      start = text.indexOf(label.raw, start + 1);
      if (start < 0) throw new EvaluationInputError(`${at}的文本里没有第 ${occurrence} 个“${label.raw}”。`);
    }
    return { ...label, start, end: start + label.raw.length };
  });
  return { id, asOf, text, citations: located };
}
