import { createHash } from 'node:crypto';
import path from 'node:path';
import type { AnswerFormat } from '@lutai/documents';
import { UsageError } from '../command-error.ts';
import { type OutFile, planOutFile, writeOutFile } from './out-file.ts';

const formats: Record<string, AnswerFormat> = { '.docx': 'docx', '.html': 'html', '.md': 'md' };

/** A file that is to be written, its name and its place already looked at. */
export type DraftFile = OutFile & { format: AnswerFormat };
type AskedDraft = { question: string; text: string; producer: string; at: Date };

/** Refuses, before any work is done, a name of another kind and a file that is already there. */
export async function planDraftFile(out: string | undefined, force: boolean): Promise<DraftFile | null> {
  const format = out === undefined ? undefined : formats[path.extname(out).toLowerCase()];
  if (out !== undefined && format === undefined)
    throw new UsageError(`--out 的文件名须以 .docx、.html 或 .md 结尾，收到“${out}”。`);
  const planned = await planOutFile(out, force);
  return planned === null || format === undefined ? null : { ...planned, format };
}

/** Writes the draft with the labels of what a machine made and nobody has approved. */
export async function writeDraftFile({ format, ...file }: DraftFile, draft: AskedDraft): Promise<void> {
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
  await writeOutFile(file, bytes);
}
