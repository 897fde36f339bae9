import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answeredCases, type Database, lawSources, laws, lawVersions, provisions } from '@lutai/db';
import { asc } from 'drizzle-orm';
import type { EmbeddingsInterface } from '../embeddings.ts';
import type { ReadDocument } from '../ingest/corpus-file.ts';

/** Reads UTF-8 alone; the real readers of `@lutai/documents` are passed in by the applications. */
export const readUtf8: ReadDocument = async (bytes) => {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (text === '') throw new Error('文件是空的');
  return { text };
};

export const fixedNow = () => new Date('2026-03-01T02:00:00Z');

export type LawSketch = {
  title: string;
  promulgated: string;
  effective: string;
  part?: string;
  excerpt?: boolean;
  articles: Record<string, string>;
  frontMatter?: string;
};

/** A law file as the starter corpus writes them. */
export function lawFile({
  title,
  promulgated,
  effective,
  part,
  excerpt,
  articles,
  frontMatter = '',
}: LawSketch): string {
  const head = [`title: ${title}`, `promulgated: ${promulgated}`, `effective: ${effective}`];
  if (excerpt) head.push('excerpt: true');
  const body = Object.entries(articles).map(([label, text]) => `${label} ${text}`);
  const parts = [`# ${title}`, ...(part ? [`# ${part}`] : []), '<!-- INFO END -->', ...body];
  return `---\n${head.join('\n')}\n${frontMatter}---\n\n${parts.join('\n\n')}\n`;
}

export const asFile = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** A folder on disk with the given files, for the time of one test. */
export async function makeFolder(files: Record<string, string | Uint8Array>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lutai-corpus-'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Everything that ingestion wrote, in a fixed order and without the moments at which it did. */
export async function contents(db: Database) {
  return {
    laws: (await db.select().from(laws).orderBy(asc(laws.id))).map(({ createdAt: _, ...row }) => row),
    versions: (await db.select().from(lawVersions).orderBy(asc(lawVersions.id))).map(({ createdAt: _, ...row }) => row),
    sources: (await db.select().from(lawSources).orderBy(asc(lawSources.id))).map(({ ingestedAt: _, ...row }) => row),
    provisions: await db.select().from(provisions).orderBy(asc(provisions.id)),
    cases: (await db.select().from(answeredCases).orderBy(asc(answeredCases.id))).map(
      ({ createdAt: _, ...row }) => row,
    ),
  };
}

/** Counts pairs of characters: near enough for questions that share words, and quick. */
export const pairEmbeddings: EmbeddingsInterface = {
  embedQuery: async (text) => embed(text),
  embedDocuments: async (texts) => texts.map(embed),
};

function embed(text: string): number[] {
  const vector = new Array<number>(64).fill(0);
  for (let at = 0; at + 1 < text.length; at++) {
    const bucket = (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) % vector.length;
    vector[bucket] = (vector[bucket] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
