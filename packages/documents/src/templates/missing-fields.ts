import { allHold, type Condition, isGiven } from './conditions.ts';
import type { Field } from './field-schema.ts';
import { partiesOf } from './format-value.ts';
import { type Party, type PartyPart, partLabel, partOf, partQuestion } from './party.ts';

/** Something that must still be asked for; `key` is `field`, `field.part`, or `field.2.column` of the second row. */
export interface MissingField {
  key: string;
  label: string;
  question: string;
}

export type Values = Readonly<Record<string, unknown>>;

/** The fields that are asked for with these values. */
export const fieldsInPlay = (fields: readonly Field[], values: Values): Field[] =>
  fields.filter(({ when }) => allHold(when, values));

/** The values of the fields that are asked for; what was entered before another choice was made is left out. */
export function valuesInPlay(fields: readonly Field[], values: Values): Values {
  const known: Record<string, unknown> = {};
  for (const { key, when } of fields) {
    if (isGiven(values[key]) && allHold(when, known)) known[key] = values[key];
  }
  return known;
}

/** What the form still lacks, in its order; `values` have the shapes of their fields. */
export function missingFields(fields: readonly Field[], values: Values): MissingField[] {
  return fieldsInPlay(fields, values).flatMap((field) => {
    const { key, label, question } = field;
    const value = values[key];
    if (!isGiven(value)) return field.required ? [{ key, label, question }] : [];
    if (field.type === 'rows') return missingColumns(field, value);
    if (field.type !== 'party' && field.type !== 'person' && field.type !== 'organisation') return [];
    const parties = partiesOf(value);
    return parties.flatMap((party, at) => {
      const place = parties.length > 1 ? `${at + 1}` : '';
      return neededParts(field, party)
        .filter((part) => partOf(party, part) === undefined)
        .map((part) => ({
          key: [key, ...(place ? [place] : []), part].join('.'),
          label: `${label}${place}的${partLabel(party.kind, part)}`,
          question: partQuestion(`${label}${place}`, part),
        }));
    });
  });
}

/** The required fields, not yet filled in, that decide whether these conditions hold. */
export const awaitedFields = (
  conditions: readonly Condition[],
  fields: ReadonlyMap<string, Field>,
  values: Values,
): Field[] =>
  conditions.flatMap(({ key, negated }) => {
    const field = fields.get(key.split('.')[0] ?? key);
    const isAwaited = field?.required && !negated && !isGiven(values[field.key]) && allHold(field.when, values);
    return isAwaited ? [field] : [];
  });

/** The parts by which a party of this field must be known. */
export const neededParts = ({ needs }: Field, { kind }: Party): PartyPart[] => ['name', ...needs[kind]];

function missingColumns(field: Field, rows: unknown): MissingField[] {
  // Values were parsed with the field's schema before they come here.
  const list = rows as Record<string, unknown>[];
  return list.flatMap((row, at) =>
    (field.columns ?? [])
      .filter(({ key, required }) => required && !isGiven(row[key]))
      .map(({ key, label }) => ({
        key: `${field.key}.${at + 1}.${key}`,
        label: `${field.label}第${at + 1}项的${label}`,
        question: `${field.label}第${at + 1}项：${label}是什么？`,
      })),
  );
}
