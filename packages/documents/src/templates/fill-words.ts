import { termOf } from './check-rules.ts';
import { allHold, isGiven } from './conditions.ts';
import type { DocumentSpan } from './document-tree.ts';
import type { Field } from './field-schema.ts';
import { formatMoney, formatValue, partiesOf } from './format-value.ts';
import type { Values } from './missing-fields.ts';
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
  /** Told of an id that no block of this document has. */
  onUnknownNumber: (id: string) => void;
}

export function fillWords(words: Words, scope: Scope): DocumentSpan[] {
  const parts = words.filter(({ when }) => allHold(when, scope.values)).flatMap(({ text }) => readPlaceholders(text));
  return parts.map((part, at) => {
    if (typeof part === 'string') return known(part);
    const span = fillPlaceholder(part, scope);
    const next = parts[at + 1];
    const isEnded = typeof next === 'string' && /^[。；，：、]/.test(next);
    return isEnded ? { ...span, text: span.text.replace(/[。；，;,.\s]+$/, '') } : span;
  });
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
  if (kind === 'count') {
    const rows = scope.values[key];
    return Array.isArray(rows) ? known(String(rows.length)) : toBeAdded('项数');
  }
  return key === 'row' ? fillCell(placeholder, scope) : fillField(placeholder, scope);
}

function fillField({ key, part, format }: Placeholder, { fields, values }: Scope): DocumentSpan {
  const field = fields.get(key);
  const value = values[key];
  if (field === undefined || !isGiven(value)) return toBeAdded(field?.label ?? key);
  if (part !== null) {
    const [party] = partiesOf(value);
    // The template was checked: the part is one of a party.
    return party === undefined ? toBeAdded(field.label) : partSpan(field, party, part as PartyPart);
  }
  const text = formatValue(field, value, format);
  return text === '' ? toBeAdded(`${field.label}的名称`) : known(text);
}

function fillCell({ part, format }: Placeholder, { row }: Scope): DocumentSpan {
  const column = row?.field.columns?.find(({ key }) => key === part);
  if (row === undefined || column === undefined) return toBeAdded(part ?? '');
  const value = row.cells[column.key];
  return isGiven(value) ? known(formatValue(column, value, format)) : toBeAdded(column.label);
}
