import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';

const kept = 3;
const dumpName = /^lutai-\d{8}T\d{6}\d{3}Z\.tar\.gz$/;

const dumpsFolder = (dataDir: string) => path.join(dataDir, 'dumps');

/** Writes a whole copy of the embedded database (PGlite does not fsync) and drops all but the newest three. */
export async function writeDump(client: PGlite, dataDir: string, now = new Date()): Promise<string> {
  const folder = dumpsFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `lutai-${now.toISOString().replace(/[-:.]/g, '')}.tar.gz`;
  const target = path.join(folder, name);
  const blob = await client.dumpDataDir('gzip');
  const partial = `${target}.partial`;
  await writeFile(partial, Buffer.from(await blob.arrayBuffer()), { mode: 0o600, flush: true });
  await rename(partial, target);
  for (const old of (await dumps(dataDir)).slice(kept)) await rm(path.join(folder, old), { force: true });
  return target;
}

/** Newest first. */
async function dumps(dataDir: string): Promise<string[]> {
  const names = await readdir(dumpsFolder(dataDir)).catch(() => []);
  return names.filter((name) => dumpName.test(name)).sort((a, b) => (a < b ? 1 : -1));
}

export async function newestDump(dataDir: string): Promise<string | null> {
  const [newest] = await dumps(dataDir);
  return newest === undefined ? null : path.join(dumpsFolder(dataDir), newest);
}
