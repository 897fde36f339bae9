import { z } from 'zod';
import { daySchema } from './words.ts';

export const datePrecisions = ['day', 'week', 'month', 'season', 'year', 'decade'] as const;

/** A date as a client said it: `raw` means one of the days `from` … `to` (inclusive), for which `day` stands. */
export const spokenDateSchema = z.object({
  raw: z.string(),
  from: daySchema,
  to: daySchema,
  day: daySchema,
  precision: z.enum(datePrecisions),
});
export type SpokenDate = z.infer<typeof spokenDateSchema>;

/** How the day of the facts was read from a client's words, relative ones counted from `askedOn`. */
export const factsDateReadingSchema = spokenDateSchema.extend({
  askedOn: daySchema,
  confidence: z.enum(['high', 'medium', 'low']),
  /** Certain enough to choose the law by; else today's law is taken, unless nothing hangs on the day. */
  certain: z.boolean(),
  /** The other dates that the words name, in order. */
  others: z.array(spokenDateSchema),
});
export type FactsDateReading = z.infer<typeof factsDateReadingSchema>;

/** The day whose law an answer goes by: `given` by a person, `read` from the words, or `today` for want of one. */
export const factsDaySchema = z.object({
  source: z.enum(['given', 'read', 'today']),
  day: daySchema,
  /** What was read, also where it was not certain enough to be taken; null where nothing was. */
  reading: factsDateReadingSchema.nullable(),
});
export type FactsDay = z.infer<typeof factsDaySchema>;

/** null: the day is not known, and today's law is taken. */
export const setFactsDateRequestSchema = z.object({ factsDate: daySchema.nullable() });
