import type { DocumentField } from '@lutai/contracts';

/** The place of a party's part in the form, as the API names what is missing: with a number where there are several. */
export const partPath = (key: string, part: string, at: number, count: number): string =>
  count > 1 ? `${key}.${at + 1}.${part}` : `${key}.${part}`;

export const cellPath = (key: string, row: number, column: string): string => `${key}.${row + 1}.${column}`;

export const fieldOf = (path: string): string => path.split('.')[0] ?? path;

export const inputId = (path: string): string => `field-${path}`;

/** Where a jump to `path` may land, the nearest first: the input itself, the one of its row or party, the field. */
export function jumpTargets(path: string): string[] {
  const parts = path.split('.');
  return parts.map((_, at) => inputId(parts.slice(0, parts.length - at).join('.')));
}

/** The fields of the form that lack something, in its order. */
export function fieldsMissing(fields: readonly DocumentField[], missing: readonly { key: string }[]): string[] {
  const lacking = new Set(missing.map(({ key }) => fieldOf(key)));
  return fields.filter(({ key, asked }) => asked && lacking.has(key)).map(({ key }) => key);
}
