import { recognisedLines } from '../recognised-lines.ts';
import { maxRecognisedPages, type Recognition } from '../sent-file.ts';
import { openPdf } from './open-pdf.ts';
import { pagePicture } from './page-picture.ts';
import type { PdfLine } from './pdf-paragraphs.ts';
import { declaredPixels } from './picture-sizes.ts';
import type { PageReading } from './read-page.ts';
import { writePng } from './write-png.ts';

/** A page of A4 at 600 dots an inch; larger pictures are not unpacked. */
const maxPixelsOfPicture = 36_000_000;
/** All pictures of a page are unpacked at once, at four bytes a pixel. A file of scans has few more than one a page. */
const maxPixels = (pages: number) => 100_000_000 + pages * maxPixelsOfPicture;

/** Reads the pages that are pictures alone with `ocr`, one after the other; without it they stay as they are. */
export async function recognisePages(
  bytes: Uint8Array,
  pages: readonly PageReading[],
  { ocr, signal, limitMs = 75_000, onProgress }: Recognition,
): Promise<PageReading[]> {
  const scans = pages.flatMap(({ scan }, at) => (scan === 'picture' ? [at] : []));
  if (!ocr || scans.length === 0) return [...pages];
  if (declaredPixels(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) > maxPixels(scans.length)) {
    return pages.map((page) => (page.scan === 'picture' ? { ...page, scan: 'unrecognised' } : page));
  }
  const { pdfjs, opened, close } = await openPdf(bytes, { maxPixels: maxPixelsOfPicture });
  try {
    const pdf = await opened;
    const layers = await pdf.getOptionalContentConfig();
    const read = [...pages];
    const start = performance.now();
    for (const [count, at] of scans.entries()) {
      const page = pages[at];
      if (!page) continue;
      if (count >= maxRecognisedPages || performance.now() - start > limitMs) {
        read[at] = { ...page, scan: 'beyond' };
        continue;
      }
      onProgress?.({ page: count + 1, pages: Math.min(scans.length, maxRecognisedPages) });
      signal?.throwIfAborted();
      const drawn = await pdf.getPage(at + 1);
      const picture = await pagePicture(drawn, pdfjs, (layer) => layers.isVisible(layer));
      drawn.cleanup();
      signal?.throwIfAborted();
      const text = picture ? await ocr(writePng(picture), { signal }).catch(() => '') : '';
      signal?.throwIfAborted();
      const lines = recognisedLines(text).map(lineOf);
      read[at] = lines.length > 0 ? { ...page, lines, scan: 'recognised' } : { ...page, scan: 'unrecognised' };
    }
    return read;
  } finally {
    await close();
  }
}

/** In points: a reader of pictures gives no places; what matters is how long a line is beside the others. */
const character = 10;
const lineOf = (text: string): PdfLine => ({ text, left: 0, right: text.length * character, hasColumns: false });
