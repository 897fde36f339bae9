import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DeskError } from '@lutai/desk';

export const maxFiles = 50;
const maxFileBytes = 20 * 1024 * 1024;
/** Of one request: it is held in memory while it is parsed. */
export const maxUploadBytes = 200 * 1024 * 1024;

export const spoolFolder = (dataFolder: string) => path.join(dataFolder, 'spool');

/**
 * Puts uploaded files aside for the ingest job, in a folder of their own, and gives that folder. A file keeps its
 * name (the report and the date in a name need it), stripped of everything that could lead out of the folder.
 */
export async function spoolUploads(
  deps: { dataFolder: string; newId: () => string },
  files: readonly File[],
): Promise<string> {
  if (files.length === 0) throw new DeskError('invalid-input', '没有收到文件，请选择要上传的文件。');
  if (files.length > maxFiles) throw new DeskError('too-large', `一次最多上传 ${maxFiles} 个文件。`);
  const large = files.find((file) => file.size > maxFileBytes);
  if (large) throw new DeskError('too-large', `文件“${large.name}”超过 20 MB，请拆分后再上传。`);
  const folder = path.join(spoolFolder(deps.dataFolder), deps.newId());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const taken = new Set<string>();
  for (const file of files) {
    const name = freeName(safeName(file.name), taken);
    await writeFile(path.join(folder, name), new Uint8Array(await file.arrayBuffer()), { mode: 0o600, flag: 'wx' });
  }
  return folder;
}

function safeName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const clean = base
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"|?*]/gu, '')
    .replace(/^\.+/, '');
  return [...(clean || 'file')].slice(-80).join('');
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${count}-${name}`;
  taken.add(free.toLowerCase());
  return free;
}
