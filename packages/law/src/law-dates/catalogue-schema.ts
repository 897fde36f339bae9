import { parse } from 'yaml';
import { z } from 'zod';

const day = z.iso.date();
const words = z.string().trim().min(1);
const level = z.enum(['law', 'administrative-regulation', 'interpretation', 'departmental-rule']);

/** One version of one law: made (passed or promulgated) on a day, in force from another. `filedAs`: the day under which collections file it. */
export const versionDaySchema = z
  .strictObject({ title: words, made: day, effective: day, filedAs: day.optional(), source: words })
  .refine((entry) => entry.made <= entry.effective, { message: '施行日期早于通过日期', path: ['effective'] });

/** One act that amends several laws at once and says itself from when. `act` is words of the header that name it. */
export const amendingActSchema = z
  .strictObject({ act: words, made: day, madeUntil: day.optional(), effective: day, level, source: words })
  .refine((entry) => entry.made <= entry.effective, { message: '施行日期早于通过日期', path: ['effective'] });

/** A law that ended without a text that says so: `ended` is the first day on which it no longer applies. */
export const endSchema = z.strictObject({ title: words, ended: day, by: words, source: words });

/** A revision known to have come after the corpus, whether or not its text is there; `change` says in a sentence what it does. */
export const laterRevisionSchema = z
  .strictObject({
    title: words,
    made: day,
    effective: day,
    kind: z.enum(['amended', 'revised', 'codified']),
    change: words,
    source: words,
  })
  .refine((entry) => entry.made <= entry.effective, { message: '施行日期早于通过日期', path: ['effective'] });

export const currencySchema = z
  .strictObject({
    sources: z.array(z.strictObject({ id: words, name: words, currentThrough: day, source: words })).min(1),
    default: words,
  })
  .refine((value) => value.sources.some(({ id }) => id === value.default), {
    message: '没有这个来源',
    path: ['default'],
  });

export type VersionDay = z.infer<typeof versionDaySchema>;
export type AmendingAct = z.infer<typeof amendingActSchema>;
export type LawEnd = z.infer<typeof endSchema>;
export type KnownRevision = z.infer<typeof laterRevisionSchema>;
export type Currency = z.infer<typeof currencySchema>;

/** The entries of a JSONL file, one a line. Throws with file, line and what is wrong. */
export function readEntries<Schema extends z.ZodType>(schema: Schema, text: string, file: string): z.infer<Schema>[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    return [checked(schema, () => JSON.parse(line), `${file}:${index + 1}`)];
  });
}

/** Throws with the file's name and what is wrong. */
export function readCurrency(text: string, file: string): Currency {
  return checked(currencySchema, () => parse(text, { schema: 'core' }), file);
}

function checked<Schema extends z.ZodType>(schema: Schema, read: () => unknown, where: string): z.infer<Schema> {
  try {
    return schema.parse(read());
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new Error(`${where}: ${why}`, { cause });
  }
}
