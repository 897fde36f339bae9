import path from 'node:path';
import { normaliseTitle, type ParsedLaw, parseLaw, provisionIdOf } from '@lutai/law';
import type { ReadDocument } from './corpus-file.ts';
import type { HashedFile } from './hash-files.ts';

/** A law file that has been read and waits to be stored. */
export type PreparedLaw = {
  shown: string;
  file: string;
  contentHash: string;
  /** The file says of itself (`excerpt: true`) that it holds a selection of the articles. */
  excerpt: boolean;
  law: ParsedLaw;
  /** Title keys of other laws that this text ends. */
  supersedes: string[];
};

export async function readLawFile(readDocument: ReadDocument, hashed: HashedFile): Promise<PreparedLaw> {
  const { text } = await readDocument(await hashed.read(), { name: path.posix.basename(hashed.file) });
  const parsed = parseLaw(text, { file: hashed.file });
  const excerpt = saysExcerpt(text);
  // A selection of articles has gaps by its nature.
  const warnings = excerpt ? parsed.warnings.filter((warning) => !warning.startsWith('条号不连续')) : parsed.warnings;
  const law = { ...parsed, warnings };
  const { shown, file, contentHash } = hashed;
  const ended = new Set(law.supersedes.map(normaliseTitle));
  ended.delete(law.titleKey);
  return { shown, file, contentHash, excerpt, law, supersedes: [...ended] };
}

const saysExcerpt = (text: string) =>
  /^excerpt:[ \t]*true[ \t]*$/m.test(/^\ufeff?---[ \t]*\r?\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '');

export type ProvisionRow = {
  id: string;
  ordinal: number;
  kind: 'article' | 'paragraph';
  article: string;
  path: string[];
  text: string;
  paragraphs: ParsedLaw['provisions'][number]['paragraphs'];
};

/**
 * Provisions with their ids. The id of an article does not hold its part, so that an article keeps it whether it came
 * in an excerpt of the whole law or in the file of its part. `taken` are ids of other parts that count from 1 again.
 */
export function provisionRows({ law }: PreparedLaw, versionId: string, taken: ReadonlySet<string>): ProvisionRow[] {
  const seen = new Map<string, number>();
  return law.provisions.map(({ ordinal, kind, article, path: headings, text, paragraphs }) => {
    const duplicate = seen.get(article) ?? 0;
    seen.set(article, duplicate + 1);
    const plain = provisionIdOf(versionId, kind === 'article' ? null : law.part, article, duplicate);
    const id = taken.has(plain) ? provisionIdOf(versionId, law.part, article, duplicate) : plain;
    return { id, ordinal, kind, article, path: headings, text, paragraphs };
  });
}
