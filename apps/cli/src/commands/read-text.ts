import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DocumentError, readDocument } from '@lutai/documents';
import { CommandError } from '../command-error.ts';
import { remark } from '../output/print.ts';

const LONGEST = 2_000_000;
const DOCUMENTS = /\.(?:docx|pdf|html?)$/iu;
const COMMON = /[的第条规定人民法院应当可以或者不得和在有为之]/gu;

/**
 * The text of a file or of standard input (`-`), as it stands, so that offsets into it hold: UTF-8, UTF-16 with its mark,
 * or GBK (which is said on stderr). Of DOCX, PDF and HTML the text that is in them.
 */
export async function readText(file: string): Promise<string> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readBytes(file);
  const text = DOCUMENTS.test(file) ? await readFormatted(bytes, file) : decode(bytes, file);
  if (text.length > LONGEST) {
    const size = `${(text.length / 10_000).toFixed(0)}万字`;
    throw new CommandError('too-large', `${named(file)}有${size}，一次最多核对 200 万字，请拆分后再核对。`);
  }
  return text;
}

const named = (file: string) => (file === '-' ? '标准输入' : `“${file}”`);

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    const directory = (cause as NodeJS.ErrnoException).code === 'EISDIR';
    if (directory) throw new CommandError('not-found', `“${file}”是文件夹，请写明一个文件。`, { cause });
    throw new CommandError('not-found', `读不到文件“${file}”。请检查路径。`, { cause });
  }
}

async function readFormatted(bytes: Buffer, file: string): Promise<string> {
  try {
    return (await readDocument(bytes, { name: path.basename(file) })).text;
  } catch (cause) {
    if (cause instanceof DocumentError)
      throw new CommandError('unsupported-file', `${named(file)}：${cause.message}。`, { cause });
    throw cause;
  }
}

function decode(bytes: Buffer, file: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le', file);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be', file);
  if (bytes.includes(0)) {
    const message = `${named(file)}是二进制内容，不是文本。请另存为 UTF-8 文本，或用 .docx、.pdf 文件。`;
    throw new CommandError('unsupported-file', message);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = decodeAs(bytes, 'gb18030', file);
    const chinese = text.match(/[\u4e00-\u9fff]/gu)?.length ?? 0;
    if (chinese === 0 || (text.match(COMMON)?.length ?? 0) / chinese < 0.03) throw unreadable(file);
    remark(`注意：${named(file)}不是 UTF-8，已按 GBK 读取；位置按读出的文字计算。`);
    return text;
  }
}

function decodeAs(bytes: Buffer, encoding: string, file: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

const unreadable = (file: string, cause?: unknown) =>
  new CommandError('unsupported-file', `${named(file)}不是 UTF-8 或 GBK 文本。请另存为 UTF-8 文本后再核对。`, {
    cause,
  });
