import { getResolvedPDFJS } from 'unpdf';

/** pdf.js hands fonts over with a method that Node has from version 22 on. */
function addMissingMethod(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length?: number) {
      return this.slice(0, length);
    },
    ...{ writable: true, configurable: true, enumerable: false },
  });
}

export type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
export type Pdf = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/**
 * Opens a PDF without fonts of the host, scripts or evaluated code. `close` frees its memory; it also stops what is being
 * read. Pictures of more than `maxPixels` are not unpacked.
 */
export async function openPdf(bytes: Uint8Array, { maxPixels }: { maxPixels: number }) {
  addMissingMethod();
  const pdfjs = await getResolvedPDFJS();
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    useSystemFonts: false,
    isEvalSupported: false,
    disableFontFace: true,
    maxImageSize: maxPixels,
  });
  return { pdfjs, opened: task.promise, close: () => task.destroy() };
}
