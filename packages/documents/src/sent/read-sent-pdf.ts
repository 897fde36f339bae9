import { getResolvedPDFJS } from 'unpdf';
import { DocumentError } from '../document-error.ts';
import { type PdfLine, pdfParagraphs } from './pdf-paragraphs.ts';
import { refusePdfBomb } from './pdf-streams.ts';
import { maxCharacters, maxPages, type Reading, sendText, tooLong } from './sent-file.ts';

const maxItemsOfPage = 100_000;
/** In points: smaller text is not meant to be read. */
const tiny = 3;

type Pdf = Awaited<ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>['getDocument']>['promise']>;

/** The text of a PDF as paragraphs. Scripts and attachments are named and never run or opened. */
export async function readSentPdf(bytes: Uint8Array): Promise<Reading> {
  refusePdfBomb(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { getDocument } = await getResolvedPDFJS();
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  try {
    return await read(await task.promise);
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause;
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new DocumentError('encrypted', 'PDF 已加密，请解除密码后再上传', { cause });
    }
    throw new DocumentError('corrupt', 'PDF 已损坏，无法读取', { cause });
  } finally {
    await task.destroy();
  }
}

async function read(pdf: Pdf): Promise<Reading> {
  if (pdf.numPages > maxPages) {
    throw new DocumentError('too-large', `PDF 有 ${pdf.numPages} 页，超过 ${maxPages} 页的上限，请只上传需要看的部分`);
  }
  const pages: PdfLine[][] = [];
  const found = { length: 0, small: 0 };
  for (let number = 1; number <= pdf.numPages; number++) {
    pages.push(await linesOf(pdf, number, found));
    if (found.length > maxCharacters) throw tooLong();
  }
  const text = pages
    .flat()
    .map((line) => line.text)
    .join('');
  if (text.replace(/\s/g, '').length < 5) {
    throw new DocumentError('no-text', `PDF 里没有可复制的文字，多半是扫描件；${sendText}`);
  }
  if (isGarbled(text)) throw new DocumentError('no-text', `PDF 的字体没有编码表，提取出来是乱码；${sendText}`);
  const notices: string[] = [];
  const empty = pages.flatMap((lines, index) => (lines.length === 0 ? [index + 1] : []));
  if (empty.length > 0)
    notices.push(`第 ${empty.slice(0, 20).join('、')} 页没有可复制的文字（空白页或扫描页），没有读入`);
  if (found.small > 0) notices.push(`PDF 有极小文字 ${found.small} 处，没有读入`);
  if (await pdf.getJSActions()) notices.push('PDF 带有脚本，没有运行');
  if (await pdf.getAttachments()) notices.push('PDF 里带有附件，没有打开，里面的内容没有读入');
  return { paragraphs: pdfParagraphs(pages), notices };
}

async function linesOf(pdf: Pdf, number: number, found: { length: number; small: number }): Promise<PdfLine[]> {
  const page = await pdf.getPage(number);
  const reader = page.streamTextContent({ disableNormalization: false }).getReader();
  const lines: (PdfLine & { bottom: number; height: number })[] = [];
  let items = 0;
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
    for (const item of value.items) {
      if (!('str' in item)) continue;
      items += 1;
      found.length += item.str.length;
      if (items > maxItemsOfPage || found.length > maxCharacters) {
        await reader.cancel();
        throw tooLong();
      }
      if (item.str === '') continue;
      const [, , , , left = 0, bottom = 0] = item.transform;
      const height = Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0);
      if (height < tiny && item.str.trim() !== '') {
        found.small += 1;
        continue;
      }
      const last = lines.at(-1);
      if (last && Math.abs(last.bottom - bottom) < Math.max(last.height, height) / 2 && left >= last.left) {
        const isApart = left - last.right > height || (item.str.trim() === '' && item.width > height * 1.5);
        const gap = left - last.right > height ? ' ' : '';
        last.hasColumns ||= isApart;
        last.text += gap + item.str;
        last.right = Math.max(last.right, left + item.width);
      } else lines.push({ text: item.str, left, right: left + item.width, bottom, height, hasColumns: false });
    }
  }
  page.cleanup();
  return lines.filter(({ text }) => text.trim() !== '');
}

/** Private use, controls and replacements in number: the font has no table of characters. */
function isGarbled(text: string): boolean {
  const letters = text.replace(/\s/g, '');
  const odd = letters.match(/[\p{Co}\p{Cc}\p{Cn}\ufffd]/gu)?.length ?? 0;
  const latinHigh = letters.match(/[\u0080-\u024f]/g)?.length ?? 0;
  return odd / letters.length > 0.05 || (!/[\u4e00-\u9fff]/.test(letters) && latinHigh / letters.length > 0.1);
}
