import { DocumentError } from '../../document-error.ts';
import { maxPages, type Reading, type Recognition, sendText } from '../sent-file.ts';
import { openPdf, type Pdf, type PdfJs } from './open-pdf.ts';
import { pageNotices } from './page-notices.ts';
import { pdfParagraphs } from './pdf-paragraphs.ts';
import { refusePdfBomb } from './pdf-streams.ts';
import { createPageReader, type PageReading } from './read-page.ts';
import { recognisePages } from './recognise-pages.ts';

/**
 * The text of a PDF as paragraphs; that of pages which are pictures alone as far as `ocr` reads it. Scripts and attachments are
 * named and never run or opened.
 */
export async function readSentPdf(bytes: Uint8Array, recognition: Recognition = {}): Promise<Reading> {
  refusePdfBomb(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { pdfjs, opened, close } = await openPdf(bytes, { maxPixels: 1 });
  try {
    return await read(bytes, await opened, pdfjs, recognition);
  } catch (cause) {
    if (cause instanceof DocumentError || recognition.signal?.aborted) throw cause;
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new DocumentError('encrypted', 'PDF 已加密，请解除密码后再上传', { cause });
    }
    throw new DocumentError('corrupt', 'PDF 已损坏，无法读取', { cause });
  } finally {
    await close();
  }
}

async function read(bytes: Uint8Array, pdf: Pdf, pdfjs: PdfJs, recognition: Recognition): Promise<Reading> {
  if (pdf.numPages > maxPages) {
    throw new DocumentError('too-large', `PDF 有 ${pdf.numPages} 页，超过 ${maxPages} 页的上限，请只上传需要看的部分`);
  }
  const readPage = createPageReader(pdf, pdfjs);
  const found: PageReading[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    recognition.signal?.throwIfAborted();
    found.push(await readPage(number));
  }
  const pages = await recognisePages(bytes, found, recognition);
  const text = pages.flatMap((page) => (isLeft(page) ? [] : page.lines.map((line) => line.text))).join('');
  if (text.replace(/\s/g, '').length < 5) {
    const isHidden = pages.some(({ unseen }) => unseen.length > 0);
    const isTried = pages.some(({ scan }) => scan === 'unrecognised');
    const scanned = isTried ? 'PDF 是扫描件，没有识别出文字' : 'PDF 里没有可复制的文字，多半是扫描件';
    throw new DocumentError('no-text', `${isHidden ? 'PDF 里的文字在纸面上都看不见' : scanned}；${sendText}`);
  }
  if (isGarbled(text)) throw new DocumentError('no-text', `PDF 的字体没有编码表，提取出来是乱码；${sendText}`);
  const notices = pageNotices(pages);
  if (await pdf.getJSActions()) notices.push('PDF 带有脚本，没有运行');
  if (await pdf.getAttachments()) notices.push('PDF 里带有附件，没有打开，里面的内容没有读入');
  return { paragraphs: pdfParagraphs(pages.map(({ lines }) => lines)), notices };
}

/** What is printed on a scan whose own text was not read makes no document. */
const isLeft = ({ scan }: PageReading): boolean => scan === 'picture' || scan === 'unrecognised' || scan === 'beyond';

/** Private use, controls and replacements in number: the font has no table of characters. */
function isGarbled(text: string): boolean {
  const letters = text.replace(/\s/g, '');
  const odd = letters.match(/[\p{Co}\p{Cc}\p{Cn}\ufffd]/gu)?.length ?? 0;
  const latinHigh = letters.match(/[\u0080-\u024f]/g)?.length ?? 0;
  return odd / letters.length > 0.05 || (!/[\u4e00-\u9fff]/.test(letters) && latinHigh / letters.length > 0.1);
}
