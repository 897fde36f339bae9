import { WebPDFLoader } from '@langchain/community/document_loaders/web/pdf';
import { getResolvedPDFJS } from 'unpdf';
import { DocumentError } from './document-error.ts';
import { lawStructure } from './law-structure.ts';
import { rejoinLines } from './rejoin-lines.ts';

const scanned = 'PDF 里没有可提取的文字（多半是扫描件），请先做文字识别（OCR）';
const garbled = 'PDF 的中文字体没有编码表，提取出来是乱码；请换用可复制文字的 PDF 或 Word 文件';

/** LangChain's loader over the pdf.js build of unpdf: its default, pdf-parse, carries a pdf.js of 2018. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const pages = await load(bytes);
  const text = pages.join('\n');
  if (text.replace(/\s/g, '').length < 5) throw new DocumentError('no-text', scanned);
  if (isGarbled(text)) throw new DocumentError('no-text', garbled);
  return lawStructure(rejoinLines(pages).map((paragraph) => ({ text: paragraph, level: null })));
}

async function load(bytes: Uint8Array): Promise<string[]> {
  try {
    const loader = new WebPDFLoader(new Blob([Uint8Array.from(bytes)]), { pdfjs });
    return (await loader.load()).map(({ pageContent }) => pageContent);
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new DocumentError('encrypted', 'PDF 已加密，请解除密码后再导入', { cause });
    }
    throw new DocumentError('corrupt', 'PDF 已损坏，无法读取', { cause });
  }
}

type Options = NonNullable<ConstructorParameters<typeof WebPDFLoader>[1]>;
type PdfJs = Awaited<ReturnType<NonNullable<Options['pdfjs']>>>;

/** pdf.js in this process, quiet and without fonts of the host. */
async function pdfjs(): Promise<PdfJs> {
  const { getDocument, version } = await getResolvedPDFJS();
  const open = (source: object) => getDocument({ ...source, verbosity: 0, useSystemFonts: false });
  // LangChain's type names pdf.js 1.10; the calls it makes (getPage, getTextContent, getMetadata) are the same today.
  return { isV2: false, version, getDocument: open } as unknown as PdfJs;
}

/** Characters that no Chinese or Latin text has in number: private use, controls, replacement, accented Latin. */
function isGarbled(text: string): boolean {
  const letters = text.replace(/\s/g, '');
  const odd = letters.match(/[\p{Co}\p{Cc}\p{Cn}\ufffd]/gu)?.length ?? 0;
  if (odd / letters.length > 0.05) return true;
  const latinHigh = letters.match(/[\u0080-\u024f]/g)?.length ?? 0;
  return !/[\u4e00-\u9fff]/.test(letters) && latinHigh / letters.length > 0.1;
}
