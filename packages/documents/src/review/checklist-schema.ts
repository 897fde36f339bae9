import { z } from 'zod';
import { type Role, roles } from './roles.ts';
import { valueNames } from './values/value-names.ts';

export const findingKinds = [
  'missing',
  'void',
  'voidable',
  'one-sided',
  'excessive',
  'contradiction',
  'citation',
] as const;
export const risks = ['high', 'medium', 'low'] as const;

const ROLE = /\{([a-z]\w*)\}/gu;

/** The expression with `{landlord}` and the like replaced by the words that name the role; flag `u`. */
export function compilePattern(source: string, namesOf: (role: Role) => string): RegExp {
  return new RegExp(
    source.replace(ROLE, (_, name: string) => `(?:${namesOf(name as Role)})`), // the schema has checked the name
    'us',
  );
}

/** A regular expression over folded text (see `foldText`); `{landlord}` stands for whoever the landlord is called. */
const patternSchema = z
  .string()
  .min(1)
  .superRefine((source, context) => {
    for (const [, name = ''] of source.matchAll(ROLE)) {
      if (!(roles as readonly string[]).includes(name))
        context.addIssue({ code: 'custom', message: `unknown role {${name}} in ${source}` });
    }
    if (/[.\]][*+]/u.test(source))
      context.addIssue({ code: 'custom', message: `write a bound instead of * or +: ${source}` });
    try {
      compilePattern(source, () => '甲方');
    } catch (error) {
      context.addIssue({ code: 'custom', message: `not a regular expression: ${source} (${String(error)})` });
    }
  });
const patterns = z.array(patternSchema).default([]);

/** One thing to look for. It fires by `find` (a sentence), by `compare` (a value read) or where nothing is `present`. */
export const checkSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    name: z.string().min(1),
    kind: z.enum(findingKinds),
    risk: z.enum(risks),
    /** Whom the term hurts. */
    hurts: z.enum([...roles, 'either']).default('either'),
    find: patterns,
    /** In the same sentence: the term is harmless. */
    unless: patterns,
    /** Anywhere in the contract: there is nothing to find. */
    elsewhere: patterns,
    /** Anywhere in the contract: only then is there something to find. */
    onlyIf: patterns,
    present: patterns,
    compare: z
      .strictObject({ value: z.enum(valueNames), above: z.number().optional(), below: z.number().optional() })
      .optional(),
    /** A theme: it fires where the learnt model (`learnt/`) reads a doubtful term that is about this. */
    learnt: z.boolean().default(false),
    /** The theme that a check of words belongs to. */
    theme: z.string().optional(),
    /** Checks of the same sentence that this one says better. */
    instead: z.array(z.string()).default([]),
    /** Only where no other check has fired on the sentence. */
    lastResort: z.boolean().default(false),
    /** Plain words with the canonical citation; `{note}` is what was read. */
    why: z.string().min(1),
    /** With `advise` the text tells what to do; it is not put into the contract. */
    suggestion: z.strictObject({ action: z.enum(['replace', 'insert', 'delete', 'advise']), text: z.string() }),
  })
  .refine(
    ({ find, present, compare, learnt }) =>
      [find.length > 0, present.length > 0, compare !== undefined, learnt].filter(Boolean).length === 1,
    {
      message: 'a check has one of find, present, compare and learnt',
    },
  );
export type Check = z.output<typeof checkSchema>;

export const checklistSchema = z.strictObject({
  type: z.enum(['common', 'lease', 'loan', 'employment', 'sale', 'service']),
  checks: z.array(checkSchema).min(1),
});
export type Checklist = z.output<typeof checklistSchema>;
