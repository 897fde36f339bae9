import { createHash } from 'node:crypto';
import path from 'node:path';
import type { CorpusFile, SkippedFile } from './corpus-file.ts';

/** A law of a million characters takes 3 MB. */
const maxFileBytes = 20 * 1024 * 1024;

/** Raise it when readers or parser read the same bytes in another way: every file is then read anew when it comes again. */
const readingVersion = 1;

export type HashedFile = CorpusFile & { contentHash: string };

/** Hash of what a file says: its bytes, and its name, from which title and date may be read. Files too large are not read. */
export async function hashFiles(
  files: readonly CorpusFile[],
  step: (done: number) => void,
): Promise<{ hashed: HashedFile[]; skipped: SkippedFile[] }> {
  const hashed: HashedFile[] = [];
  const skipped: SkippedFile[] = [];
  for (const [index, file] of files.entries()) {
    step(index);
    if (file.size > maxFileBytes) {
      const size = Math.round(file.size / 1024 / 1024);
      skipped.push({ file: file.shown, reason: `文件有 ${size} MB，超过 20 MB 的上限，请拆分后再导入` });
      continue;
    }
    try {
      const hash = createHash('sha256').update(`${readingVersion}\n${path.posix.basename(file.file)}\n`);
      hashed.push({ ...file, contentHash: hash.update(await file.read()).digest('hex') });
    } catch (cause) {
      skipped.push({ file: file.shown, reason: `读不出来：${cause instanceof Error ? cause.message : String(cause)}` });
    }
  }
  return { hashed, skipped };
}
