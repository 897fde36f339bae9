import type { Provision } from '@lutai/contracts';
import type { provisions } from '@lutai/db';

export function toProvision(row: typeof provisions.$inferSelect): Provision {
  const { id, lawId, versionId, ordinal, article, path, text, paragraphs } = row;
  const kind = row.kind === 'article' ? 'article' : 'paragraph';
  return { id, lawId, versionId, ordinal, kind, article, path, text, paragraphs };
}
