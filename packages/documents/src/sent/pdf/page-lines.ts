import type { PdfLine } from './pdf-paragraphs.ts';

/** A piece of text where it stands on the page, in points. */
export interface PlacedText {
  text: string;
  left: number;
  bottom: number;
  width: number;
  height: number;
}

/** Pieces in the order in which they were drawn, put together to lines. */
export function createLines() {
  const lines: (PdfLine & { bottom: number; height: number })[] = [];
  return {
    add({ text, left, bottom, width, height }: PlacedText): void {
      if (text === '') return;
      const last = lines.at(-1);
      if (last && Math.abs(last.bottom - bottom) < Math.max(last.height, height) / 2 && left >= last.left) {
        const isApart = left - last.right > height || (text.trim() === '' && width > height * 1.5);
        const gap = left - last.right > height ? ' ' : '';
        last.hasColumns ||= isApart;
        last.text += gap + text;
        last.right = Math.max(last.right, left + width);
      } else lines.push({ text, left, right: left + width, bottom, height, hasColumns: false });
    },
    lines: (): PdfLine[] => lines.filter(({ text }) => text.trim() !== ''),
  };
}
