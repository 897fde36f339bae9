import { areaSchema } from '@lutai/contracts';
import { z } from 'zod';

/** A regular expression as the data files write it; flags `u` and `s`, so that `.` also crosses lines. */
const patternSchema = z
  .string()
  .min(1)
  .transform((source, context) => {
    try {
      return new RegExp(source, 'us');
    } catch (error) {
      context.addIssue({ code: 'custom', message: `not a regular expression: ${source} (${String(error)})` });
      return z.NEVER;
    }
  });
export const patternsSchema = z.array(patternSchema);

/** A canonical citation: 《full official title》第…条. */
export const canonicalCitationSchema = z
  .string()
  .regex(/^《.+》第[一二三四五六七八九十百千零]+条(之[一二三四五六七八九十]+)?$/u);

/** Where `when` is given, the entry is for questions that match one of its patterns; without it, for the whole area. */
const when = patternsSchema.default([]);

/**
 * One file of `corpus/catalogue/areas`: what the desk knows about an area of law beside the text of the law. A legal
 * assertion in its texts carries its canonical citation in the sentence, so that it can be checked where it stands.
 */
export const areaKnowledgeSchema = z.strictObject({
  area: areaSchema,
  name: z.string().min(1),
  keywords: z.array(z.strictObject({ weight: z.number().positive(), words: z.array(z.string().min(1)).min(1) })).min(1),
  /** Law and headings of a provision («law path») that belong to the area. */
  laws: patternsSchema.min(1),
  facts: z.array(
    z.strictObject({
      key: z.string().regex(/^[a-z][a-z0-9-]*$/),
      question: z.string().min(1),
      why: z.string().min(1),
      /** The client has said it when one of these matches. */
      given: patternsSchema.min(1),
      when,
    }),
  ),
  steps: z.array(
    z.strictObject({
      text: z.string().min(1),
      where: z.string().optional(),
      cost: z.string().optional(),
      time: z.string().optional(),
      when,
    }),
  ),
  evidence: z.array(z.strictObject({ text: z.string().min(1), when })),
});
export type AreaKnowledge = z.output<typeof areaKnowledgeSchema>;
export type AreaFact = AreaKnowledge['facts'][number];
export type AreaStep = AreaKnowledge['steps'][number];
