import { z } from 'zod';

/** A regular expression as the data files write it; flags `u` and `s`. */
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
const patterns = z.array(patternSchema).default([]);
const identifier = z.string().regex(/^[a-z][a-z0-9-]*$/);
const daySchema = z.iso.date();
const citationSchema = z.string().regex(/^《.+》第[一二三四五六七八九十百千零]+条(之[一二三四五六七八九十]+)?$/u);
/** One or several, joined by 、: a provision and the one that it refers to. */
const citationsSchema = z
  .string()
  .regex(/^《.+》第[一二三四五六七八九十百千零]+条(、《.+》第[一二三四五六七八九十百千零]+条)*$/u);
const count = z.number().int().positive();

export const lengthSchema = z.strictObject({
  years: count.optional(),
  months: count.optional(),
  days: count.optional(),
  workingDays: count.optional(),
});

/** Something that happened on a day and that starts, interrupts or suspends a period. */
export const deadlineEventSchema = z.strictObject({
  id: identifier,
  /** 收到仲裁裁决书 */
  name: z.string().min(1),
  /** What stands beside its date in the client's words. */
  beside: patterns,
  /** … and what must not stand there. */
  not: patterns,
  /** Whether it may be said before it happens, as the day on which a debt falls due. */
  future: z.boolean().default(false),
});

/** A length that no interruption or suspension can exceed. */
const capSchema = z.strictObject({
  length: lengthSchema,
  /** Events that it is counted from, the first that is known; else the start of the period itself. */
  start: z.array(identifier).min(1),
  citation: citationSchema,
});

/** How a family of periods is counted; every provision with the day from which it bears that number. */
export const regimeSchema = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  counting: z
    .array(
      z.strictObject({
        from: daySchema,
        firstDay: citationsSchema,
        /** The end of a period of months or years, where the law says it. */
        monthEnd: citationsSchema.optional(),
        lastDay: citationsSchema,
        /** Time on the road is not counted, and what is posted in time is in time. */
        travel: citationsSchema.optional(),
      }),
    )
    .min(1),
  interruption: z
    .strictObject({
      events: z.array(identifier).min(1),
      /** Those of `events` that last: the period starts anew when the proceedings are over. */
      lasting: z.array(identifier).default([]),
      citation: citationSchema,
    })
    .optional(),
  suspension: z
    .strictObject({
      events: z.array(identifier).min(1),
      /** Only an obstacle within the last so many months counts; null: at any time. */
      lastMonths: count.nullable(),
      /** What remains when the obstacle is gone: six months in any case, or what had been left. */
      afterwards: z.enum(['six-months', 'remaining']),
      citation: citationSchema,
    })
    .optional(),
  cap: capSchema.optional(),
  /** A shorter period of an earlier law, which stays spent where it ended before the new law came into force. */
  transition: z
    .strictObject({
      /** First day of the new law. */
      on: daySchema,
      earlier: lengthSchema,
      earlierLaw: citationSchema,
      /** What says that a spent period stays spent, and that a running one is lengthened. */
      spent: citationSchema,
      lengthened: citationSchema,
    })
    .optional(),
});

export const deadlineKindSchema = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  areas: z.array(identifier).min(1),
  /** Where given, one of these must stand in the client's words; and none of `unless`. */
  when: patterns,
  unless: patterns,
  regime: identifier,
  /** The period in words, 一年. */
  period: z.string().min(1),
  /** The provision by the day on which the period starts. `length` is null where it cannot be counted from one day. */
  rules: z
    .array(z.strictObject({ from: daySchema, citation: citationSchema, length: lengthSchema.nullable() }))
    .min(1)
    .refine((rules) => rules.every(({ from }, index) => index === 0 || from > (rules[index - 1]?.from ?? '')), {
      error: 'the rules must stand in the order of their days',
    }),
  /** In words, for people. */
  runsFrom: z.string().min(1),
  /** Events that it runs from, the first that is known. */
  start: z.array(identifier),
  cap: capSchema.optional(),
  /** The period does not run where the client's words match: wages while employed, say. */
  exceptions: z
    .array(z.strictObject({ when: patterns, unless: patterns, says: z.string().min(1), citation: citationSchema }))
    .default([]),
  note: z.string(),
});

export const deadlineFileSchema = z.strictObject({
  regimes: z.array(regimeSchema).default([]),
  events: z.array(deadlineEventSchema).default([]),
  kinds: z.array(deadlineKindSchema).default([]),
});

export type DeadlineEvent = z.output<typeof deadlineEventSchema>;
export type DeadlineRegime = z.output<typeof regimeSchema>;
export type DeadlineKind = z.output<typeof deadlineKindSchema>;
export type DeadlineCap = z.output<typeof capSchema>;

/** All files of `corpus/catalogue/deadlines` together; every id that one names is there. */
export type DeadlineCatalogue = {
  regimes: ReadonlyMap<string, DeadlineRegime>;
  events: ReadonlyMap<string, DeadlineEvent>;
  kinds: DeadlineKind[];
};
