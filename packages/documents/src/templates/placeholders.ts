/**
 * `field`: {{key}}, {{key.part}} of a party, {{row.column}} within rows, each with an optional |format.
 * `sum`: {{sum:rows.column}}; `count`: {{count:rows}}, {{count:first+second}} of rows or parties, together; `ref`: {{ref:id}}, the number of a block, {{ref:id-range}}, 第1项至第3项 of its rows.
 */
export interface Placeholder {
  kind: 'field' | 'sum' | 'count' | 'ref';
  key: string;
  part: string | null;
  format: string | null;
}

const placeholder =
  /\{\{(?:(?<kind>sum|count|ref):)?(?<key>[a-z][a-z0-9-]*(?:\+[a-z][a-z0-9-]*)*)(?:\.(?<part>[a-zA-Z][a-zA-Z0-9-]*))?(?:\|(?<format>[a-z]+))?\}\}/g;

/** The words of a template between its placeholders, in their order. Throws where braces are left that are none. */
export function readPlaceholders(words: string): (string | Placeholder)[] {
  const parts: (string | Placeholder)[] = [];
  let at = 0;
  for (const match of words.matchAll(placeholder)) {
    const { kind, key, part, format } = match.groups ?? {};
    if (match.index > at) parts.push(words.slice(at, match.index));
    parts.push({
      kind: kind === 'sum' || kind === 'count' || kind === 'ref' ? kind : 'field',
      key: key ?? '',
      part: part ?? null,
      format: format ?? null,
    });
    at = match.index + match[0].length;
  }
  if (at < words.length) parts.push(words.slice(at));
  const broken = parts.find((part) => typeof part === 'string' && /\{\{|\}\}/.test(part));
  if (typeof broken === 'string') throw new Error(`not a placeholder: ${broken}`);
  return parts;
}
