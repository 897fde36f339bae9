import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandError, UsageError } from '../command-error.ts';

/** A file that is to be written, its place already looked at. */
export type OutFile = { file: string; force: boolean };

/** Refuses, before any work is done, a file that is already there and a folder that is not. */
export async function planOutFile(out: string | undefined, force: boolean): Promise<OutFile | null> {
  if (out === undefined) {
    if (force) throw new UsageError('--force 须与 --out 一起用。');
    return null;
  }
  const file = path.resolve(out);
  if (!force && (await exists(file))) throw alreadyThere(file);
  if (!(await exists(path.dirname(file)))) throw new CommandError('not-found', `没有目录 ${path.dirname(file)}。`);
  return { file, force };
}

export async function writeOutFile({ file, force }: OutFile, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: force ? 'w' : 'wx' });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') throw alreadyThere(file);
    throw new CommandError('unavailable', `写不了 ${file}：${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

const alreadyThere = (file: string) => new CommandError('conflict', `${file} 已存在。要覆盖它请加 --force。`);

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
