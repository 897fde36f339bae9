import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { contractTasks } from '@lutai/api/contracts';
import { DocumentError, maxFileBytes } from '@lutai/documents';
import { CommandError } from '../../command-error.ts';
import { withCancel } from '../../desk-access/with-cancel.ts';
import { createProgress } from '../../output/progress.ts';

export type ContractFile = {
  name: string;
  bytes: Uint8Array;
  format: string;
  text: string;
  /** What was left out or taken for something else. */
  notices: string[];
};

/** A contract from a file or from standard input (`-`); scanned pages are recognised where something installed can. */
export async function readContractFile(
  file: string,
  { recognise }: Pick<typeof contractTasks, 'recognise'>,
): Promise<ContractFile> {
  const isInput = file === '-';
  const bytes = await readBounded(isInput ? process.stdin : createReadStream(file), file);
  const name = isInput ? '合同.txt' : path.basename(file);
  const progress = createProgress();
  const onProgress = ({ page, pages }: { page: number; pages: number }) =>
    progress.show({ phase: '识别扫描页', done: page - 1, total: pages, secondsLeft: null });
  try {
    const sent = await withCancel((signal) => recognise(name, bytes, { signal, onProgress }));
    // The first notice is then that the ending is not that of the content, and standard input has none.
    const notices = isInput && sent.kind !== 'text' ? sent.notices.slice(1) : sent.notices;
    return { name, bytes, format: sent.kind, text: sent.text, notices };
  } catch (cause) {
    throw refused(file, cause);
  } finally {
    progress.stop();
  }
}

/** What a file is refused for, said with its name; anything else is given back as it is. */
export function refused(file: string, cause: unknown): unknown {
  if (!(cause instanceof DocumentError)) return cause;
  const isLarge = cause.code === 'too-large' || cause.code === 'zip-bomb';
  return new CommandError(isLarge ? 'too-large' : 'unsupported-file', `${named(file)}：${cause.message}。`, { cause });
}

const named = (file: string) => (file === '-' ? '标准输入' : `“${file}”`);

async function readBounded(stream: Readable, file: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // No encoding is set, so that these are bytes.
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxFileBytes) throw tooLarge(file);
    }
  } catch (cause) {
    if (cause instanceof CommandError) throw cause;
    const isFolder = (cause as NodeJS.ErrnoException).code === 'EISDIR';
    const message = isFolder ? `“${file}”是文件夹，请写明一个文件。` : `读不到文件“${file}”。请检查路径。`;
    throw new CommandError('not-found', message, { cause });
  }
  return Buffer.concat(chunks, length);
}

const tooLarge = (file: string) =>
  new CommandError('too-large', `${named(file)}超过 ${maxFileBytes / 1024 ** 2} MB 的上限，请只审查需要看的部分。`);
