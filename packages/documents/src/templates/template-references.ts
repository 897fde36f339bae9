import type { Field } from './field-schema.ts';
import { organisationParts, personParts } from './party.ts';
import { type Placeholder, readPlaceholders } from './placeholders.ts';
import type { Rule } from './rule-schema.ts';
import type { BodyBlock } from './template-schema.ts';

interface Referring {
  fields: Field[];
  rules: Rule[];
  body: BodyBlock[];
}

const formats = new Set(['figures', 'capitals', 'both', 'hanzi']);
const partyParts = new Set<string>([...personParts, ...organisationParts]);

/** What a template names without having it: fields, columns, parts, ids and formats; one message each. */
export function checkReferences({ fields, rules, body }: Referring): string[] {
  const found: string[] = [];
  const byKey = new Map(fields.map((field) => [field.key, field]));
  if (byKey.size < fields.length) found.push('a field is there twice');
  const need = (key: string, place: string) => {
    const [name = ''] = key.split('.');
    if (!byKey.has(name)) found.push(`${place}: there is no field ${name}`);
  };
  const ids = new Set(
    body.flatMap((block) => ('id' in block && block.id !== undefined ? [block.id, `${block.id}-range`] : [])),
  );
  for (const [at, field] of fields.entries()) {
    const earlier = new Set(fields.slice(0, at).map(({ key }) => key));
    for (const { key } of field.when) {
      if (!earlier.has(key.split('.')[0] ?? key)) found.push(`when of ${field.key}: no earlier field is called ${key}`);
    }
  }
  for (const rule of rules) for (const key of fieldsOfRule(rule)) need(key, `rule ${rule.rule}`);
  for (const [at, block] of body.entries()) {
    const place = `body ${at + 1} (${block.block})`;
    for (const { key } of block.when) need(key, place);
    if (block.block === 'parties' || block.block === 'sign') need(block.field, place);
    if (block.block === 'each') need(block.rows, place);
    const rows = block.block === 'each' ? byKey.get(block.rows) : undefined;
    for (const words of 'text' in block ? block.text : [{ text: block.role, when: [] }]) {
      for (const { key } of words.when) need(key, place);
      for (const part of readPlaceholders(words.text)) {
        const message = typeof part === 'string' ? null : wrongPlaceholder(part, byKey, ids, rows);
        if (message !== null) found.push(`${place}: ${message}`);
      }
    }
  }
  return found;
}

function wrongPlaceholder(
  { kind, key, part, format }: Placeholder,
  fields: ReadonlyMap<string, Field>,
  ids: ReadonlySet<string>,
  rows: Field | undefined,
): string | null {
  if (format !== null && !formats.has(format)) return `there is no format ${format}`;
  if (kind === 'ref') return ids.has(key) ? null : `no block has the id ${key}`;
  if (kind === 'count') {
    const unknown = key.split('+').find((one) => !fields.has(one));
    return unknown === undefined ? null : `there is no field ${unknown}`;
  }
  const field = key === 'row' ? rows : fields.get(key);
  if (field === undefined) return `there is no field ${key}`;
  if (part === null) return null;
  const known = field.type === 'rows' ? field.columns?.some((column) => column.key === part) : partyParts.has(part);
  return known ? null : `${key} has no ${part}`;
}

/** The fields that a rule looks at. */
export function fieldsOfRule(rule: Rule): string[] {
  switch (rule.rule) {
    case 'order':
    case 'within':
    case 'at-least':
    case 'different':
      return [rule.first, rule.second];
    case 'sum':
    case 'product':
      return [rule.total, ...rule.of].map((term) => term.split('.')[0] ?? term);
    case 'share':
    case 'at-least-share':
      return [rule.field, rule.of];
    case 'at-most':
      return [rule.field];
    case 'lending-cap':
      return [rule.rate, rule.day];
    case 'probation':
      return [rule.months, rule.from, rule.to];
    case 'service-years':
      return [rule.count, rule.from, rule.to];
  }
}
