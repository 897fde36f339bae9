import { z } from 'zod';
import { conditionsSchema } from './conditions.ts';
import { organisationParts, organisationSchema, partySchema, personParts, personSchema } from './party.ts';

export const keySchema = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case words joined by -');

const simpleTypes = ['text', 'long-text', 'money', 'date', 'number', 'choice'] as const;
const common = {
  key: keySchema,
  label: z.string().min(1),
  required: z.boolean().default(true),
  options: z.array(z.string().min(1)).min(2).optional(),
  hint: z.string().min(1).optional(),
};

const columnSchema = z.strictObject({ ...common, type: z.enum(simpleTypes) });

/** What a party must be known by, beside the name. */
const needsSchema = z
  .strictObject({
    person: z.array(z.enum(personParts)).default([]),
    organisation: z.array(z.enum(organisationParts)).default([]),
  })
  .prefault({});

/** A typed blank of a form. */
export const fieldSchema = z
  .strictObject({
    ...common,
    /** In plain words, to the client. */
    question: z.string().min(1),
    /** `party` is a person or an organisation. */
    type: z.enum([...simpleTypes, 'person', 'organisation', 'party', 'rows']),
    /** Of a party: several may stand on this side, and the value is a list. */
    many: z.boolean().default(false),
    needs: needsSchema,
    columns: z.array(columnSchema).min(1).optional(),
    /** Asked, required and written only where these hold. */
    when: conditionsSchema,
    /** Names of facts of the matter that may fill it, the best first: `client`, `sum`, `day-of-facts` … */
    from: z.array(z.string().min(1)).default([]),
  })
  .refine(({ type, columns }) => (type === 'rows') === (columns !== undefined), 'rows, and only rows, have columns')
  .refine(({ type, options }) => (type === 'choice') === (options !== undefined), 'a choice, and only it, has options');
export type Field = z.output<typeof fieldSchema>;
export type Column = z.output<typeof columnSchema>;

/** Yuan, to the 分. */
const moneySchema = z
  .number()
  .min(0)
  .max(999_999_999_999)
  .refine((yuan) => Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-4, '金额最多精确到分');

/** What a field's value must look like as JSON; a day is YYYY-MM-DD, money a number of yuan. */
export function valueSchemaOf(field: Field | Column): z.ZodType {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return z.string().max(field.type === 'text' ? 500 : 20_000);
    case 'money':
      return moneySchema;
    case 'number':
      return z.number().min(0).max(999_999_999);
    case 'date':
      return z.iso.date();
    case 'choice':
      return z.enum(field.options ?? []);
    case 'rows':
      return z.array(rowSchemaOf(field.columns ?? [])).max(200);
    case 'person':
      return 'many' in field && field.many ? z.array(personSchema).max(50) : personSchema;
    case 'organisation':
      return 'many' in field && field.many ? z.array(organisationSchema).max(50) : organisationSchema;
    case 'party':
      return 'many' in field && field.many ? z.array(partySchema).max(50) : partySchema;
  }
}

const rowSchemaOf = (columns: readonly Column[]) =>
  z.strictObject(Object.fromEntries(columns.map((column) => [column.key, valueSchemaOf(column).optional()])));
