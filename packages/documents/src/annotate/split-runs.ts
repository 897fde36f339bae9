import type { TextRange } from './find-quote.ts';
import { pieceText, type TextParagraph } from './paragraph-text.ts';
import {
  append,
  copyOf,
  detach,
  elements,
  emptyCopyOf,
  firstNamed,
  insertAfter,
  newElement,
  type XmlElement,
} from './xml-tree.ts';

/** Cuts runs, so that every end of a range lies between two runs. The paragraphs are to be read anew afterwards. */
export function splitAt(paragraphs: readonly TextParagraph[], ranges: readonly TextRange[]): void {
  const cuts = new Map<number, Set<number>>();
  for (const { paragraph, offset } of ranges.flatMap(({ from, to }) => [from, to])) {
    cuts.set(paragraph, (cuts.get(paragraph) ?? new Set()).add(offset));
  }
  for (const [at, offsets] of cuts) {
    const paragraph = paragraphs[at];
    for (const offset of [...offsets].sort((a, b) => b - a)) if (paragraph) cut(paragraph, offset);
  }
}

/** From the end to the start: what lies behind a cut no longer matters. */
function cut({ pieces }: TextParagraph, offset: number): void {
  const piece = pieces.find(({ from, text }) => from < offset && offset < from + text.length);
  if (piece) {
    const tail = newElement('w:t', { 'xml:space': 'preserve' }, [piece.text.slice(offset - piece.from)]);
    const head = newElement('w:t', { 'xml:space': 'preserve' }, [piece.text.slice(0, offset - piece.from)]);
    insertAfter(piece.node, tail);
    insertAfter(piece.node, head);
    detach(piece.node);
    piece.node = head;
    piece.text = piece.text.slice(0, offset - piece.from);
    splitRun(piece.run, tail);
    return;
  }
  const next = pieces.find(({ from, text }) => from === offset && text !== '');
  const shared =
    next && pieces.some(({ run, from, text }) => run === next.run && from + text.length === offset && text);
  if (next && shared) splitRun(next.run, next.node);
}

/** Moves `first` and what follows it into a run of its own with the same look. */
export function splitRun(run: XmlElement, first: XmlElement): XmlElement {
  const second = emptyCopyOf(run);
  const look = firstNamed(run, 'w:rPr');
  const moved = run.children.slice(run.children.indexOf(first));
  append(second, [...(look ? [copyOf(look)] : []), ...moved]);
  insertAfter(run, second);
  return second;
}

/** The parts of a run in their order, each either text alone or without text. */
export function textParts(run: XmlElement): { run: XmlElement; isText: boolean }[] {
  const isText = (node: XmlElement) => pieceText(node) !== null || node.name === 'w:lastRenderedPageBreak';
  const [first, ...rest] = elements(run).filter(({ name }) => name !== 'w:rPr');
  if (!first) return [];
  const border = rest.find((node) => isText(node) !== isText(first));
  return [{ run, isText: isText(first) }, ...(border ? textParts(splitRun(run, border)) : [])];
}
