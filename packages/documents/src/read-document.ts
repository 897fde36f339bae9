import path from 'node:path';
import { decodeText } from './decode-text.ts';
import { DocumentError } from './document-error.ts';
import { htmlLines } from './html-lines.ts';
import { lawStructure } from './law-structure.ts';
import { maxFileBytes, maxHtmlBytes, megabytes } from './limits.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';

export type DocumentFormat = 'markdown' | 'text' | 'html' | 'docx' | 'pdf';
export interface ReadDocument {
  format: DocumentFormat;
  /** In the structure of a law file: `#` headings, one paragraph, article or item a line. Markdown is left as it is. */
  text: string;
}

const formats: Record<string, DocumentFormat> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
};
export const documentExtensions: readonly string[] = Object.keys(formats);

/** Reads one file by the ending of its name. Throws `DocumentError`, and nothing else, for a file that is not in order. */
export async function readDocument(bytes: Uint8Array, { name }: { name: string }): Promise<ReadDocument> {
  const format = formats[path.extname(name).toLowerCase()];
  if (!format) throw new DocumentError('unsupported', unsupported(path.extname(name)));
  if (bytes.length === 0) throw new DocumentError('empty', '文件是空的');
  const limit = format === 'html' ? maxHtmlBytes : maxFileBytes;
  if (bytes.length > limit) throw new DocumentError('too-large', tooLarge(bytes.length, limit));
  refuseDisguise(bytes, format);
  try {
    return { format, text: await read(bytes, format) };
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause;
    throw new DocumentError('corrupt', '文件已损坏，无法读取', { cause });
  }
}

async function read(bytes: Uint8Array, format: DocumentFormat): Promise<string> {
  if (format === 'docx') return readDocx(bytes);
  if (format === 'pdf') return readPdf(bytes);
  const text = decodeText(bytes);
  if (format === 'markdown' || (format === 'text' && /^(?:---\n|# )/m.test(text.slice(0, 2000)))) return text;
  if (format === 'html') return lawStructure(htmlLines(text));
  return lawStructure(
    text.split('\n').map((line) => ({ text: line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''), level: null })),
  );
}

export const tooLarge = (size: number, limit: number) =>
  `文件有 ${megabytes(size)}，超过 ${megabytes(limit)} 的上限，请拆分后再导入`;
const unsupported = (extension: string) =>
  extension === '.doc'
    ? '旧版 Word 格式（.doc）不支持，请另存为 .docx'
    : `不支持的文件类型 ${extension || '（无扩展名）'}；支持 ${documentExtensions.join('、')}`;

/** The first bytes must fit the name: what calls itself a document and is something else is refused, not guessed at. */
function refuseDisguise(bytes: Uint8Array, format: DocumentFormat): void {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const isZip = start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006');
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0') && format === 'docx') {
    const sealed = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    if (sealed) throw new DocumentError('encrypted', 'Word 文档已加密，请解除密码后再导入');
    throw new DocumentError('unsupported', '这是旧版 Word 格式（.doc），请另存为 .docx');
  }
  if (format === 'docx' && !isZip) throw new DocumentError('corrupt', '文件不是 Word 文档，或已损坏');
  if (format === 'pdf' && !start.includes('%PDF-')) throw new DocumentError('corrupt', '文件不是 PDF，或已损坏');
  const isText = format !== 'docx' && format !== 'pdf';
  if (isText && (isZip || start.startsWith('%PDF-'))) {
    throw new DocumentError('binary', `文件内容是 ${isZip ? '压缩包或 Word 文档' : 'PDF'}，与扩展名不符`);
  }
}
