import path from 'node:path';
import { DocumentError } from '../document-error.ts';
import { maxFileBytes, maxHtmlBytes } from '../limits.ts';
import { zipContents } from '../zip-contents.ts';
import { cleanParagraphs } from './clean-paragraphs.ts';
import { decodeSentText } from './decode-sent-text.ts';
import { readSentDoc } from './doc/read-sent-doc.ts';
import { readSentDocx } from './docx/read-sent-docx.ts';
import { readSentPdf } from './pdf/read-sent-pdf.ts';
import { readSentHtml } from './read-sent-html.ts';
import { recognisedLines } from './recognised-lines.ts';
import {
  type Reading,
  type Recognition,
  type SentFile,
  type SentKind,
  saveAsDocx,
  sendText,
  tooBig,
} from './sent-file.ts';
import { sniff } from './sniff.ts';

/**
 * Reads what a client sends: a contract or a letter in Word (new or 97–2003), PDF, HTML, text or Markdown. The content
 * decides what a file is, its name only between text and Markdown. Photos and scanned pages are read where there is an
 * `ocr`. Throws `DocumentError`, or the reason of the signal, and nothing else.
 */
export async function readSentFile(name: string, bytes: Uint8Array, recognition: Recognition = {}): Promise<SentFile> {
  if (bytes.length === 0) throw new DocumentError('empty', '文件是空的，请重新上传');
  if (bytes.length > maxFileBytes) throw tooBig(bytes.length, maxFileBytes);
  try {
    const { kind, reading } = await read(bytes, path.extname(name).toLowerCase(), recognition);
    const { paragraphs, notices } = cleanParagraphs(reading);
    if (paragraphs.length === 0) throw new DocumentError('empty', `文件里没有文字；${sendText}`);
    const other = misnamed(name, kind);
    return { kind, text: paragraphs.join('\n'), paragraphs, notices: other ? [other, ...notices] : notices };
  } catch (cause) {
    if (cause instanceof DocumentError || recognition.signal?.aborted) throw cause;
    throw new DocumentError('corrupt', '文件已损坏，无法读取', { cause });
  }
}

async function read(
  bytes: Uint8Array,
  extension: string,
  recognition: Recognition,
): Promise<{ kind: SentKind; reading: Reading }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const content = sniff(buffer, () => zipNames(bytes));
  if (content.is === 'docx') return { kind: 'docx', reading: readSentDocx(bytes) };
  if (content.is === 'compound') return { kind: 'doc', reading: readSentDoc(bytes) };
  if (content.is === 'pdf') return { kind: 'pdf', reading: await readSentPdf(bytes, recognition) };
  if (content.is === 'image') return { kind: 'text', reading: await readImage(bytes, content.name, recognition) };
  if (content.is === 'other') {
    const advice =
      content.name.startsWith('RTF') || content.name.startsWith('ODT')
        ? saveAsDocx
        : `支持 Word、PDF、网页和纯文本；${sendText}`;
    throw new DocumentError('unsupported', `这是${content.name}，读不了；${advice}`);
  }
  const isHtml =
    content.is === 'html' ||
    (/^\.x?html?$/.test(extension) && /<[a-z][^>]*>/i.test(buffer.toString('latin1', 0, 4096)));
  if (isHtml && bytes.length > maxHtmlBytes) throw tooBig(bytes.length, maxHtmlBytes);
  const { text, notice } = decodeSentText(bytes);
  const notices = notice ? [notice] : [];
  if (!isHtml)
    return {
      kind: /^\.(?:md|markdown)$/.test(extension) ? 'markdown' : 'text',
      reading: { paragraphs: text.split(/\r\n?|\n/), notices },
    };
  const page = readSentHtml(text);
  return { kind: 'html', reading: { ...page, notices: [...notices, ...page.notices] } };
}

async function readImage(bytes: Uint8Array, name: string, { ocr, signal }: Recognition): Promise<Reading> {
  if (!ocr) throw new DocumentError('no-text', `这是照片或图片（${name}），没有可复制的文字；${sendText}`);
  signal?.throwIfAborted();
  const text = await ocr(bytes, { signal }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new DocumentError('no-text', `这是照片或图片（${name}），文字识别没有成功；${sendText}`, { cause });
  });
  if (text.trim() === '') throw new DocumentError('no-text', `这是照片或图片（${name}），没有识别出文字；${sendText}`);
  return { paragraphs: recognisedLines(text), notices: [`文字由图片（${name}）识别得来，可能有错，请与原件核对`] };
}

function zipNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  zipContents(bytes, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

const kinds: Record<string, SentKind> = {
  '.docx': 'docx',
  '.doc': 'doc',
  '.wps': 'doc',
  '.pdf': 'pdf',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
};
const kindNames: Record<SentKind, string> = {
  docx: 'Word（.docx）',
  doc: '旧版 Word（.doc）',
  pdf: 'PDF',
  html: '网页',
  text: '纯文本',
  markdown: 'Markdown',
};

function misnamed(name: string, kind: SentKind): string | null {
  const extension = path.extname(name).toLowerCase();
  return kinds[extension] === kind
    ? null
    : `文件名的后缀是 ${extension || '（无）'}，内容是${kindNames[kind]}，按内容读取`;
}
