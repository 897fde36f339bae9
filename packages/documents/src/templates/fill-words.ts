import { numberToChinese } from '@lutai/law';
import { termOf } from './check-rules.ts';
import { allHold, type Condition, isGiven } from './conditions.ts';
import type { DocumentSpan } from './document-tree.ts';
import type { Field } from './field-schema.ts';
import { formatMoney, formatValue, partiesOf } from './format-value.ts';
import { awaitedFields, type Values } from './missing-fields.ts';
import type { PartyPart } from './party.ts';
import { known, partSpan, toBeAdded } from './party-blocks.ts';
import { type Placeholder, readPlaceholders } from './placeholders.ts';
import type { Words } from './template-schema.ts';

/** Where words are filled: the form, its values, the row that they stand in, and the numbers of blocks by id. */
export interface Scope {
  fields: ReadonlyMap<string, Field>;
  values: Values;
  row?: { field: Field; cells: Record<string, unknown> };
  numbers: ReadonlyMap<string, string>;
  /** Fields of which the document says already that they are awaited: what they decide on is left out. */
  awaited: Set<string>;
  /** Told of an id that no block of this document has. */
  onUnknownNumber: (id: string) => void;
}

export function fillWords(words: Words, scope: Scope): DocumentSpan[] {
  const parts = words.flatMap(({ text, when }) =>
    allHold(when, scope.values) ? readPlaceholders(text) : awaitedWords(when, scope).flatMap(readPlaceholders),
  );
  return parts.map((part, at) => {
    if (typeof part === 'string') return known(part);
    const span = fillPlaceholder(part, scope);
    const next = parts[at + 1];
    const isEnded = typeof next === 'string' && /^[。；，：、）]/.test(next);
    return isEnded ? { ...span, text: span.text.replace(/[。；，;,.\s]+$/, '') } : span;
  });
}

/** In the place of words that wait for fields: a placeholder for each that none of the document stands for yet. */
export function awaitedWords(
  when: readonly Condition[],
  { fields, values, awaited }: Pick<Scope, 'fields' | 'values' | 'awaited'>,
): string[] {
  const keys = awaitedFields(when, fields, values).map(({ key }) => key);
  const added = keys.filter((key) => !awaited.has(key));
  for (const key of added) awaited.add(key);
  return added.map((key) => `{{${key}}}`);
}

function fillPlaceholder(placeholder: Placeholder, scope: Scope): DocumentSpan {
  const { kind, key, part, format } = placeholder;
  if (kind === 'ref') {
    const number = scope.numbers.get(key);
    if (number === undefined) scope.onUnknownNumber(key);
    return number === undefined ? toBeAdded('所引的项') : known(number);
  }
  if (kind === 'sum') {
    const sum = termOf(scope.values, `${key}.${part}`);
    return sum === undefined ? toBeAdded('合计') : known(formatMoney(sum, format));
  }
  if (kind === 'count') return countOf(key.split('+'), format, scope);
  return key === 'row' ? fillCell(placeholder, scope) : fillField(placeholder, scope);
}

/** How many there are of rows or parties together; a field that needs not be filled in counts none. */
function countOf(keys: readonly string[], format: string | null, { fields, values }: Scope): DocumentSpan {
  const counts = keys.map((key) => {
    const value = values[key];
    if (isGiven(value)) return partiesOf(value).length;
    return fields.get(key)?.required ? null : 0;
  });
  if (counts.includes(null)) return toBeAdded('份数');
  const count = counts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return known(format === 'hanzi' ? numberToChinese(count) : String(count));
}

function fillField({ key, part, format }: Placeholder, { fields, values }: Scope): DocumentSpan {
  const field = fields.get(key);
  const value = values[key];
  if (field === undefined) return toBeAdded(key);
  if (part !== null) {
    const [party = { kind: field.type === 'organisation' ? 'organisation' : 'person' } as const] = partiesOf(value);
    // The template was checked: the part is one of a party.
    return partSpan(field, party, part as PartyPart);
  }
  if (!isGiven(value)) return toBeAdded(field.label);
  const text = formatValue(field, value, format);
  return text === '' ? toBeAdded(`${field.label}的名称`) : known(text);
}

function fillCell({ part, format }: Placeholder, { row }: Scope): DocumentSpan {
  const column = row?.field.columns?.find(({ key }) => key === part);
  if (row === undefined || column === undefined) return toBeAdded(part ?? '');
  const value = row.cells[column.key];
  return isGiven(value) ? known(formatValue(column, value, format)) : toBeAdded(column.label);
}
