import { z } from 'zod';

/** `key` (is given), `!key` (is not), `key=甲|乙` (is one of these), `key!=甲` (is none of these or not given). */
export interface Condition {
  key: string;
  negated: boolean;
  /** null: whether anything is given. */
  among: string[] | null;
}

const pattern = /^(?<not>!)?(?<key>[a-z][a-z0-9-]*(?:\.kind)?)(?:(?<sign>!?=)(?<among>[^=]+))?$/u;

const conditionSchema = z.string().transform((source, context): Condition => {
  const groups = pattern.exec(source)?.groups;
  if (groups === undefined || (groups.not && groups.sign)) {
    context.addIssue({ code: 'custom', message: `not a condition: ${source}; write key, !key, key=甲|乙 or key!=甲` });
    return z.NEVER;
  }
  return {
    key: groups.key ?? '',
    negated: groups.not !== undefined || groups.sign === '!=',
    among: groups.among?.split('|') ?? null,
  };
});

/** Conditions that must all hold; one or a list of them. */
export const conditionsSchema = z
  .union([conditionSchema.transform((one) => [one]), z.array(conditionSchema)])
  .default([]);

/** Whether all hold for the values of a form by field key. */
export function allHold(conditions: readonly Condition[], values: Readonly<Record<string, unknown>>): boolean {
  return conditions.every(({ key, negated, among }) => {
    const [field = '', part] = key.split('.');
    const value = part === 'kind' ? kindOf(values[field]) : values[field];
    const holds = among === null ? isGiven(value) : typeof value === 'string' && among.includes(value);
    return holds !== negated;
  });
}

/** Whether something is there to be written: not an empty text, not an empty list. */
export const isGiven = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  !(typeof value === 'string' && value.trim() === '') &&
  !(Array.isArray(value) && value.length === 0);

const kindOf = (value: unknown): unknown => {
  const party: unknown = Array.isArray(value) ? value[0] : value;
  return typeof party === 'object' && party !== null && 'kind' in party ? party.kind : undefined;
};
