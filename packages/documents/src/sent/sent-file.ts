import { DocumentError } from '../document-error.ts';
import { megabytes } from '../limits.ts';

export type SentKind = 'docx' | 'doc' | 'pdf' | 'html' | 'text' | 'markdown';

export interface SentFile {
  kind: SentKind;
  /** The paragraphs, one a line. */
  text: string;
  /** As a reader sees them, in order: numbers that Word counts included, cells of one row parted by ` | `. */
  paragraphs: string[];
  /** Chinese sentences for the lawyer and the client: what was left out, what was taken for what, and why. */
  notices: string[];
}

/** What a format's reader gives before the text is cleaned. */
export interface Reading {
  paragraphs: string[];
  notices: string[];
}

/**
 * A picture's text, its lines ended by `\n`. A photo is handed over as the file that was sent, a page of a scanned PDF as a
 * grey PNG of at most 12 million pixels, upright. Rejects when the signal does, or where it cannot read the picture.
 */
export type Ocr = (image: Uint8Array, options: { signal?: AbortSignal | undefined }) => Promise<string>;

/** How pictures are read. Without `ocr` they are not. */
export interface Recognition {
  ocr?: Ocr | undefined;
  /** Stops the reading, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** After this time no other scanned page is begun; 75,000 when left out. */
  limitMs?: number | undefined;
  /** Called before each scanned page; `page` counts from 1 up to `pages`, those that will be read. */
  onProgress?: ((progress: { page: number; pages: number }) => void) | undefined;
}

/** Reading a page takes seconds. */
export const maxRecognisedPages = 30;

/** No contract has more; what has is an archive, or there to wear the reader out. */
export const maxPages = 500;
export const maxCharacters = 1_000_000;
export const maxParagraphs = 50_000;
/** Word's body as XML: some two thousand printed pages. */
export const maxBodyBytes = 16 * 1024 * 1024;

export const sendText = '请上传可复制文字的版本，或者把主要条款打成文字发来';
export const saveAsDocx = '请用 Word 或 WPS 打开，另存为 .docx 后再上传';

export const tooLong = () =>
  new DocumentError(
    'too-large',
    `文件太长，超过 ${maxPages} 页（约 ${maxCharacters / 10_000} 万字）的上限，请只上传需要看的部分`,
  );
export const tooBig = (size: number, limit: number) =>
  new DocumentError('too-large', `文件有 ${megabytes(size)}，超过 ${megabytes(limit)} 的上限，请只上传需要看的部分`);

export const quote = (text: string) => `“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`;
