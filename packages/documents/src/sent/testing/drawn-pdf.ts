import { assemble, hex, unicodeFont, unicodeTable } from '../../testing/make-pdf.ts';

/** A picture's stream with its dictionary, without /Type, /Subtype and /Length; characters stand for bytes. */
export interface Picture {
  dictionary: string;
  data: string;
}
/** A page's operators; its pictures are named /P1, /P2 …, its font /F1, and /OC /Off BDC opens a layer that is switched off. */
export interface DrawnPage {
  content: string;
  pictures?: readonly Picture[];
  more?: string;
}

/** A PDF of pages drawn by hand, 595 by 842 points each. */
export function drawnPdf(pages: readonly DrawnPage[]): Uint8Array {
  const objects = ['', '', unicodeFont(4), unicodeTable, '<< /Type /OCG /Name (off) >>', graphicStates];
  const add = (body: string) => objects.push(body);
  const kids = pages.map(({ content, pictures = [], more = '' }) => {
    const named = pictures.map(({ dictionary, data }, at) => {
      const id = add(
        `<< /Type /XObject /Subtype /Image ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`,
      );
      return `/P${at + 1} ${id} 0 R`;
    });
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    const resources = `<< /Font << /F1 3 0 R >> /XObject << ${named.join(' ')} >> /Properties << /Off 5 0 R >> /ExtGState 6 0 R >>`;
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources ${resources} ${more} >>`,
    );
  });
  objects[0] = '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >> >>';
  objects[1] = `<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  return assemble(objects);
}

const graphicStates = '<< /Clear << /ca 0 >> /Over << /BM /Multiply >> >>';

/** One line of text; `before` and `size` are operators and points. */
export const line = (text: string, at: readonly [number, number], before = '', size = 12): string =>
  `q ${before} BT /F1 ${size} Tf ${at.join(' ')} Td <${hex(text)}> Tj ET Q\n`;
