import { z } from 'zod';
import { type Condition, conditionsSchema } from './conditions.ts';
import { type Field, fieldSchema, keySchema } from './field-schema.ts';
import { citationSchema, ruleSchema } from './rule-schema.ts';
import { checkReferences } from './template-references.ts';

const text = z.string().min(1);
const when = conditionsSchema;

/** Words with placeholders; a part with a condition is left out where it does not hold. */
const wordsSchema = z.union([
  text.transform((words) => [{ text: words, when: [] as Condition[] }]),
  z.array(
    z.union([
      text.transform((words) => ({ text: words, when: [] as Condition[] })),
      z.strictObject({ text, when: conditionsSchema }),
    ]),
  ),
]);

const written = { text: wordsSchema, when, id: keySchema.optional() };
const blockOf = <Kind extends string>(kind: Kind) => z.strictObject({ block: z.literal(kind), ...written });

export const bodyBlockSchema = z.discriminatedUnion('block', [
  blockOf('title'),
  blockOf('subtitle'),
  blockOf('heading'),
  blockOf('section'),
  blockOf('article'),
  blockOf('item'),
  blockOf('paragraph'),
  blockOf('line'),
  blockOf('greeting'),
  blockOf('addressee'),
  blockOf('signature'),
  blockOf('date'),
  blockOf('attachment'),
  /** Who stands on one side: as one sentence (courts) or as lines of particulars (contracts). */
  z.strictObject({
    block: z.literal('parties'),
    field: keySchema,
    role: text,
    style: z.enum(['sentence', 'lines']).default('sentence'),
    when,
  }),
  /** One block for each row of `rows`; its columns are {{row.column}}. */
  z.strictObject({
    block: z.literal('each'),
    rows: keySchema,
    as: z.enum(['item', 'paragraph', 'line', 'attachment']),
    ...written,
  }),
  /** A place to sign for each party of a field: 「具状人」 for persons, with seal and representative for organisations. */
  z.strictObject({ block: z.literal('sign'), field: keySchema, role: text, when }),
]);
export type BodyBlock = z.output<typeof bodyBlockSchema>;
export type Words = z.output<typeof wordsSchema>;

/** One kind of document: its form and its body. */
export const templateSchema = z
  .strictObject({
    id: keySchema,
    name: text,
    kind: z.enum([
      'litigation',
      'arbitration',
      'enforcement',
      'administrative',
      'contract',
      'letter',
      'family',
      'debt',
    ]),
    layout: z.enum(['court', 'contract', 'letter']),
    purpose: text,
    /** Who signs it. */
    usedBy: text,
    /** What must go with it or be done with it: copies, time limits, form. One sentence each. */
    notice: z.array(text).default([]),
    provisions: z.array(citationSchema).min(1),
    fields: z.array(fieldSchema).min(1),
    rules: z.array(ruleSchema).default([]),
    body: z.array(bodyBlockSchema).min(1),
  })
  .superRefine((template, context) => {
    for (const message of checkReferences(template)) context.addIssue({ code: 'custom', message });
  });
export type Template = z.output<typeof templateSchema>;
export type { Field };
