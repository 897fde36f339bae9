import { createHash } from 'node:crypto';

/** Everything that an approval signs. Citations and attachments are taken exactly as they are stored. */
export type SignedContent = {
  text: string;
  citations: unknown;
  attachments: unknown;
  channel: string;
  recipient: string;
};

/** SHA-256 (hex) over canonical JSON: keys sorted, so that a trip through the database does not change it. */
export function contentHashOf({ text, citations, attachments, channel, recipient }: SignedContent): string {
  const canonical = canonicalJson({ text, citations, attachments, channel, recipient });
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
