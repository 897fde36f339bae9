import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CorpusFile, SkippedFile } from './corpus-file.ts';

export type IngestSource = { paths: readonly string[] } | { files: readonly { name: string; bytes: Uint8Array }[] };

const readable = new Set(['.md', '.markdown', '.txt', '.html', '.htm', '.docx', '.pdf']);
/** Pages about a collection that lie among its laws. */
const aboutTheFolder = /^(?:readme|license|contributing|changelog|_index)\b/i;

/** All files below the paths, in the order of their names; what is not for reading is named with its reason. */
export async function collectFiles(source: IngestSource): Promise<{ files: CorpusFile[]; skipped: SkippedFile[] }> {
  const files: CorpusFile[] = [];
  const skipped: SkippedFile[] = [];

  const take = (file: CorpusFile) => {
    const reason = whyNot(path.posix.basename(file.file));
    if (reason === null) files.push(file);
    else skipped.push({ file: file.shown, reason });
  };

  async function walk(folder: string, recorded: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
    if (!entries) {
      skipped.push({ file: folder, reason: '无法读取这个文件夹，请检查权限' });
      return;
    }
    entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const shown = path.join(folder, entry.name);
      const file = `${recorded}/${entry.name.normalize('NFC')}`;
      if (entry.isDirectory()) await walk(shown, file);
      else if (entry.isFile()) take(await onDisk(shown, file));
      // A link may lead out of the folder or back into it.
      else skipped.push({ file: shown, reason: entry.isSymbolicLink() ? '是符号链接，不跟随' : '不是普通文件' });
    }
  }

  if ('files' in source) {
    const named = [...source.files].sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const { name, bytes } of named) {
      take({ shown: name, file: name.normalize('NFC'), size: bytes.length, read: async () => bytes });
    }
    return { files, skipped };
  }
  for (const given of source.paths) {
    const found = await stat(given).catch(() => null);
    const folder = path.basename(path.dirname(path.resolve(given))).normalize('NFC');
    const name = path.basename(path.resolve(given)).normalize('NFC');
    if (found?.isDirectory()) await walk(given, name);
    else if (found?.isFile()) take(await onDisk(given, `${folder}/${name}`));
    else skipped.push({ file: given, reason: found ? '不是普通文件' : '找不到这个文件或文件夹' });
  }
  return { files, skipped };
}

async function onDisk(shown: string, file: string): Promise<CorpusFile> {
  const { size } = await stat(shown);
  return { shown, file, size, read: () => readFile(shown) };
}

function whyNot(name: string): string | null {
  const extension = path.posix.extname(name).toLowerCase();
  if (aboutTheFolder.test(name)) return '是说明文件，不是法规或案例';
  if (readable.has(extension)) return null;
  if (extension === '.doc') return '旧版 Word 格式（.doc）不支持，请另存为 .docx';
  return `不支持的文件类型 ${extension || '（无扩展名）'}`;
}
