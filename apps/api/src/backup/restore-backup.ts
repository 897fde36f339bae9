import { readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { lockDataFolder } from '@lutai/db';
import { DeskError } from '@lutai/desk';

export type RestoreInput = { dataFolder: string; file: string; now: () => Date };

/**
 * Puts a backup in the place of the embedded database. The backup is unpacked and opened beside it first, so that a
 * damaged one changes nothing; the former database is kept aside.
 */
export async function restoreBackup({ dataFolder, file, now }: RestoreInput): Promise<{ keptAside: string | null }> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new DeskError('not-found', `读不到备份文件 ${file}。请检查路径。`, { cause });
  });
  const lock = await lockDataFolder(dataFolder);
  const database = path.join(dataFolder, 'db');
  const unpacked = path.join(dataFolder, 'db.restoring');
  try {
    await rm(unpacked, { recursive: true, force: true });
    await unpack(new Uint8Array(bytes), unpacked).catch(async (cause: unknown) => {
      await rm(unpacked, { recursive: true, force: true });
      throw new DeskError('unsupported-file', `${file} 不是完好的备份，什么都没有改动。`, { cause });
    });
    const keptAside = (await exists(database))
      ? `${database}.before-${now().toISOString().replace(/[-:.]/g, '')}`
      : null;
    if (keptAside !== null) await rename(database, keptAside);
    await rename(unpacked, database);
    return { keptAside };
  } finally {
    await lock.release();
  }
}

async function unpack(bytes: Uint8Array<ArrayBuffer>, folder: string): Promise<void> {
  const client = await PGlite.create(folder, { loadDataDir: new Blob([bytes]) });
  try {
    await client.query('select count(*) from users');
  } finally {
    await client.close();
  }
}

const exists = async (file: string) => (await stat(file).catch(() => null)) !== null;
