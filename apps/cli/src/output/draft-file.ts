import { createHash } from 'node:crypto';
import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AnswerFormat } from '@lutai/documents';
import { CommandError, UsageError } from '../command-error.ts';

const formats: Record<string, AnswerFormat> = { '.docx': 'docx', '.html': 'html', '.md': 'md' };

/** A file that is to be written, its name and its place already looked at. */
export type DraftFile = { file: string; format: AnswerFormat; force: boolean };
type AskedDraft = { question: string; text: string; producer: string; at: Date };

/** Refuses, before any work is done, a name of another kind and a file that is already there. */
export async function planDraftFile(out: string | undefined, force: boolean): Promise<DraftFile | null> {
  if (out === undefined) {
    if (force) throw new UsageError('--force 须与 --out 一起用。');
    return null;
  }
  const format = formats[path.extname(out).toLowerCase()];
  if (format === undefined) throw new UsageError(`--out 的文件名须以 .docx、.html 或 .md 结尾，收到“${out}”。`);
  const file = path.resolve(out);
  if (!force && (await exists(file))) throw alreadyThere(file);
  if (!(await exists(path.dirname(file)))) throw new CommandError('not-found', `没有目录 ${path.dirname(file)}。`);
  return { file, format, force };
}

/** Writes the draft with the labels of what a machine made and nobody has approved. */
export async function writeDraftFile({ file, format, force }: DraftFile, draft: AskedDraft): Promise<void> {
  const { writeAnswer } = await import('@lutai/documents');
  const contentHash = createHash('sha256').update(draft.text, 'utf8').digest('hex');
  const bytes = await writeAnswer(format, {
    number: null,
    subject: draft.question,
    text: draft.text,
    madeByAi: true,
    id: contentHash,
    contentHash,
    approval: null,
    writtenAt: draft.at,
    producer: draft.producer,
  });
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
