import { copyFile, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import type { OpenDatabase } from '@lutai/db';
import { DeskError } from '@lutai/desk';

/** Copies a fresh dump of the embedded database into `folder` and gives the file's path. */
export async function backUp(deps: { database: OpenDatabase }, { folder }: { folder: string }): Promise<string> {
  const dump = await deps.database.dump();
  if (dump === null) throw new DeskError('unavailable', '数据在 PostgreSQL 中，请用 pg_dump 备份。');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const target = path.join(folder, path.basename(dump));
  await copyFile(dump, `${target}.partial`);
  await rename(`${target}.partial`, target);
  return target;
}
