import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IndexMismatch } from '../index-mismatch.ts';
import type { IndexKey, VectorSearchKind } from '../types.ts';

/** Changes whenever a saved index of before could not be read, or would rank otherwise. */
export const INDEX_FORMAT = 2;

/** What `manifest.json` says. It names the subfolder with the files, and is replaced in one step when that is complete. */
export interface Manifest extends IndexKey {
  format: number;
  generation: string;
  dimensions: number;
  provisions: number;
  vectorSearch: VectorSearchKind;
  /** Bytes of each file: one that was cut short is noticed before it is read. */
  files: Record<string, number>;
}

const manifestFile = (folder: string) => join(folder, 'manifest.json');

/** Lets `write` fill a new subfolder, then makes it the index. What fails or is stopped leaves the old index as it was. */
export async function saveGeneration(
  folder: string,
  facts: Omit<Manifest, 'format' | 'generation' | 'files'>,
  write: (into: string) => Promise<void>,
): Promise<string> {
  const generation = `index-${randomUUID()}`;
  const into = join(folder, generation);
  await mkdir(into, { recursive: true });
  try {
    await write(into);
    const files: Record<string, number> = {};
    for (const name of (await readdir(into)).sort()) files[name] = (await stat(join(into, name))).size;
    const manifest: Manifest = { format: INDEX_FORMAT, generation, ...facts, files };
    await replaceFile(manifestFile(folder), `${JSON.stringify(manifest, null, 2)}\n`);
  } catch (error) {
    await rm(into, { recursive: true, force: true });
    throw error;
  }
  await removeOthers(folder, generation);
  return into;
}

/** The manifest and the folder of its files, or null where there is no index. Throws IndexMismatch where it is unreadable. */
export async function readManifest(folder: string): Promise<{ manifest: Manifest; at: string } | null> {
  let text: string;
  try {
    text = await readFile(manifestFile(folder), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const manifest = parseManifest(text);
  const at = join(folder, manifest.generation);
  for (const [name, size] of Object.entries(manifest.files)) {
    const found = await stat(join(at, name)).catch(() => null);
    // The cases are written again whenever one is added.
    if (!found || (found.size !== size && name !== 'cases.json')) {
      throw new IndexMismatch('damaged', `the file ${name} of the search index is missing or cut short`);
    }
  }
  return { manifest, at };
}

function parseManifest(text: string): Manifest {
  try {
    // Only saveGeneration writes it, and whole; another format's fields are not looked at.
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.format === INDEX_FORMAT) return manifest;
  } catch (error) {
    throw new IndexMismatch('damaged', 'the manifest of the search index is not readable', { cause: error });
  }
  throw new IndexMismatch('format', 'the search index was written by another version of this program');
}

/** Written beside and renamed: a reader finds the old file or the new one, never half of one. */
export async function replaceFile(file: string, content: string): Promise<void> {
  const beside = `${file}.${randomUUID()}`;
  await writeFile(beside, content);
  await rename(beside, file);
}

async function removeOthers(folder: string, generation: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith('index-') && name !== generation)
      await rm(join(folder, name), { recursive: true, force: true });
  }
}
