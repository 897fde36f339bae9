import { z } from 'zod';
import { conditionsSchema } from './conditions.ts';
import { keySchema } from './field-schema.ts';

/** A canonical citation: 《full official title》第…条. */
export const citationSchema = z
  .string()
  .regex(/^《.+》第[一二三四五六七八九十百千零]+条(之[一二三四五六七八九十]+)?$/u, '《全称》第…条');

const common = {
  /** Chinese: what is wrong and what to do. */
  message: z.string().min(1),
  provision: citationSchema.optional(),
  severity: z.enum(['error', 'warning']).default('error'),
  when: conditionsSchema,
};
/** `field`, or `field.column` of rows, whose values are added up. */
const sumTermSchema = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/);
const period = z.number().int().positive().optional();

/** What must hold between fields; a rule is silent where one of its fields is not given. */
export const ruleSchema = z.discriminatedUnion('rule', [
  /** The first day is not after the second. */
  z.strictObject({ ...common, rule: z.literal('order'), first: keySchema, second: keySchema }),
  /** The second day is at most so long after the first. */
  z.strictObject({
    ...common,
    rule: z.literal('within'),
    first: keySchema,
    second: keySchema,
    years: period,
    months: period,
    days: period,
  }),
  /** The second day is at least so many days after the first. */
  z.strictObject({
    ...common,
    rule: z.literal('at-least'),
    first: keySchema,
    second: keySchema,
    days: z.number().int().positive(),
  }),
  z.strictObject({
    ...common,
    rule: z.literal('product'),
    total: keySchema,
    of: z.array(keySchema).min(2),
  }),
  z.strictObject({ ...common, rule: z.literal('sum'), total: sumTermSchema, of: z.array(sumTermSchema).min(1) }),
  /** At most this share (0 … 1 and more) of the other. */
  z.strictObject({
    ...common,
    rule: z.literal('share'),
    field: keySchema,
    of: keySchema,
    share: z.number().positive(),
  }),
  z.strictObject({
    ...common,
    rule: z.literal('at-least-share'),
    field: keySchema,
    of: keySchema,
    share: z.number().positive(),
  }),
  z.strictObject({ ...common, rule: z.literal('at-most'), field: keySchema, most: z.number() }),
  /** A yearly rate in percent is at most the cap of loans between private parties on that day, asked of `deps`. */
  z.strictObject({ ...common, rule: z.literal('lending-cap'), rate: keySchema, day: keySchema }),
  /** A trial period in months against the term of an employment contract; without `to` it has no fixed end. */
  z.strictObject({ ...common, rule: z.literal('probation'), months: keySchema, from: keySchema, to: keySchema }),
  /** The months of severance that years of service give, from the day of hiring to the last day (劳动合同法第四十七条). */
  z.strictObject({ ...common, rule: z.literal('service-years'), count: keySchema, from: keySchema, to: keySchema }),
  /** Two parties or texts that must not be the same. */
  z.strictObject({ ...common, rule: z.literal('different'), first: keySchema, second: keySchema }),
]);
export type Rule = z.output<typeof ruleSchema>;
