import { opensBlock } from '../../law-lines.ts';

export interface PdfLine {
  text: string;
  /** In points, from the left edge of the page. */
  left: number;
  right: number;
  /** Parts of it stand apart, as the cells of a row do. */
  hasColumns: boolean;
}

const pageNumber =
  /^[-—–·\s]*(?:第\s*\d{1,4}\s*页|\d{1,4}|page\s*\d{1,4})(?:\s*[/／，,共of\s]+\s*\d{1,4}\s*页?)?[-—–·\s]*$/i;
/** Lines that repeat but for their numbers: 「第 3 页 共 9 页」. */
const shape = (text: string) => text.replace(/\d+/g, '#').replace(/\s+/g, '');
const edge = 2;

/** Whole paragraphs from the lines of pages, without page numbers and running heads and feet. */
export function pdfParagraphs(pages: readonly (readonly PdfLine[])[]): string[] {
  const repeats = new Map<string, number>();
  const isAtEdge = (lines: readonly PdfLine[], index: number) => index < edge || index >= lines.length - edge;
  for (const lines of pages) {
    const shapes = lines.filter((_, index) => isAtEdge(lines, index)).map(({ text }) => shape(text));
    for (const one of new Set(shapes)) repeats.set(one, (repeats.get(one) ?? 0) + 1);
  }
  const isRunning = (text: string) =>
    pages.length > 2 && (repeats.get(shape(text)) ?? 0) >= Math.max(3, pages.length / 2);
  const paragraphs: string[] = [];
  let previous: PdfLine | null = null;
  const margins = { left: 0, right: 0 };
  for (const lines of pages) {
    const kept = lines.filter(({ text }, index) => {
      const isOutermost = index === 0 || index === lines.length - 1;
      // A lone number in the middle of a page is a sum in a table, at its edge the number of the page.
      return !(isOutermost && pageNumber.test(text)) && !(isAtEdge(lines, index) && isRunning(text));
    });
    if (kept.length > 1) {
      margins.left = Math.min(...kept.map(({ left }) => left));
      margins.right = Math.max(...kept.map(({ right }) => right));
    }
    for (const line of kept) {
      const last = paragraphs.at(-1);
      if (last !== undefined && previous && continues(previous, line, margins)) {
        paragraphs[paragraphs.length - 1] = joined(last, line.text.trim());
      } else paragraphs.push(line.text.trim());
      previous = line;
    }
  }
  return paragraphs;
}

const sentenceEnd = /[。；：！？!?;:]$/;

/** A line goes on where the one before ran to the right margin and it does not begin with an indent or a number. */
function continues(previous: PdfLine, line: PdfLine, margins: { left: number; right: number }): boolean {
  if (opensBlock(line.text.trim()) || sentenceEnd.test(previous.text.trim())) return false;
  if (previous.hasColumns || line.hasColumns) return false;
  const character = (previous.right - previous.left) / Math.max(previous.text.length, 1);
  if (margins.right - previous.right > character * 3) return false;
  return line.left - margins.left < character * 1.5;
}

const joined = (left: string, right: string) =>
  /[A-Za-z0-9,.]$/.test(left) && /^[A-Za-z0-9]/.test(right) ? `${left} ${right}` : left + right;
