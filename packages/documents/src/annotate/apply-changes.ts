import type { AnnotationAuthor } from './annotation.ts';
import type { TextParagraph } from './paragraph-text.ts';
import type { Insertion, PlacedNote } from './place-notes.ts';
import { nextBlock } from './signature-part.ts';
import { lookOf, paragraphLook, reviseMark, signed, textRun } from './word-nodes.ts';
import {
  append,
  elements,
  emptyCopyOf,
  insertAfter,
  insertBefore,
  isElement,
  newElement,
  parentOf,
  prepend,
  type XmlElement,
  type XmlNode,
} from './xml-tree.ts';

export interface Reviser {
  author: AnnotationAuthor;
  newId: () => string;
}

const revision = (name: 'w:ins' | 'w:del', { author, newId }: Reviser, children: XmlElement[] = []) =>
  newElement(name, signed(newId(), author), children);

/** The runs with text of a range whose ends lie between runs. */
export function runsOf(paragraphs: readonly TextParagraph[], { range }: PlacedNote): XmlElement[] {
  if (!range) return [];
  const runs = paragraphs.slice(range.from.paragraph, range.to.paragraph + 1).flatMap(({ pieces }, at, all) => {
    const start = at === 0 ? range.from.offset : 0;
    const end = at === all.length - 1 ? range.to.offset : Infinity;
    return pieces.filter(({ from, text }) => from >= start && from + text.length <= end && text !== '');
  });
  return [...new Set(runs.map(({ run }) => run))];
}

/** Takes runs out that hold text alone, and the ends of the `joined` paragraphs. */
export function takeOut(runs: readonly XmlElement[], joined: readonly XmlElement[], reviser: Reviser): void {
  for (const run of runs) for (const node of elements(run)) if (node.name === 'w:t') rename(node, 'w:delText');
  for (const row of rowsOf(runs)) {
    const removal = revision('w:del', reviser);
    if (row[0]) insertBefore(row[0], removal);
    append(removal, row);
  }
  for (const paragraph of joined) reviseMark(paragraph, revision('w:del', reviser));
}

function rename(text: XmlElement, name: string): void {
  text.name = name;
  text.attribs['xml:space'] = 'preserve';
}

/** Runs that stand side by side, row by row. */
function rowsOf(runs: readonly XmlElement[]): XmlElement[][] {
  const rows: XmlElement[][] = [];
  for (const [at, run] of runs.entries()) {
    const before = runs[at - 1];
    if (before && follows(before, run)) rows.at(-1)?.push(run);
    else rows.push([run]);
  }
  return rows;
}

function follows(before: XmlElement, after: XmlElement): boolean {
  const parent = parentOf(before);
  if (!parent || parent !== parentOf(after)) return false;
  let at = parent.children.indexOf(after) - 1;
  while (parent.children[at]?.type === 'text') at--;
  return parent.children[at] === before;
}

/** The child of the paragraph that ends with `node`; a revision around it is cut behind it. */
export const liftBehind = (node: XmlElement, reviser: Reviser): XmlElement => lift(node, reviser, 'behind');
/** The child of the paragraph that begins with `node`; a revision around it is cut before it. */
export const liftBefore = (node: XmlElement, reviser: Reviser): XmlElement => lift(node, reviser, 'before');

function lift(node: XmlElement, reviser: Reviser, side: 'before' | 'behind'): XmlElement {
  const parent = parentOf(node);
  if (!parent || parent.name === 'w:p') return node;
  return lift(isRevision(parent) ? cutRevision(parent, node, reviser, side) : parent, reviser, side);
}

const isRevision = ({ name }: XmlElement) => name === 'w:ins' || name === 'w:del';

/** The half of the revision with `node` in it; the other one, if there is any, is a revision of the same author. */
function cutRevision(outer: XmlElement, node: XmlElement, { newId }: Reviser, side: 'before' | 'behind'): XmlElement {
  const at = outer.children.indexOf(node) + (side === 'behind' ? 1 : 0);
  const moved = outer.children.slice(at);
  if (at === 0 || moved.length === 0) return outer;
  const rest = emptyCopyOf(outer);
  rest.attribs['w:id'] = newId();
  append(rest, moved);
  insertAfter(outer, rest);
  return side === 'before' ? rest : outer;
}

/** Where something is put in behind `node`: out of what ends there, but within a hyperlink that goes on. */
function insertionPlace(node: XmlElement, reviser: Reviser): XmlElement {
  const parent = parentOf(node);
  if (!parent || parent.name === 'w:p') return node;
  if (parent.name === 'w:ins') return insertionPlace(cutRevision(parent, node, reviser, 'behind'), reviser);
  if (parent.name === 'w:del' || elements(parent).at(-1) === node) return insertionPlace(parent, reviser);
  return node;
}

/** Puts lines in behind a run, with the look of another; gives the last node put in. */
export function putInline(run: XmlElement, like: XmlElement, lines: readonly string[], reviser: Reviser): XmlElement {
  const look = () => lookOf(like);
  const put = (place: XmlElement, text: string) => {
    const inserted = revision('w:ins', reviser, [textRun(text, look())]);
    insertAfter(place, inserted);
    return inserted;
  };
  const place = insertionPlace(run, reviser);
  if (parentOf(place)?.name !== 'w:p' || lines.length < 2) return put(place, lines.join('\n'));
  let last = lines[0] === '' ? place : put(place, lines[0] ?? '');
  for (const line of lines.slice(1)) {
    const paragraph = splitParagraph(last, reviser);
    last = revision('w:ins', reviser, [textRun(line, look())]);
    insertAtStart(paragraph, last);
  }
  return last;
}

/** Moves all up to `last` into a paragraph before, whose end is put in: turned down, both are one again as they were. */
function splitParagraph(last: XmlElement, reviser: Reviser): XmlElement {
  const paragraph = parentOf(last);
  if (!paragraph) throw new Error('a run outside of a paragraph');
  const head = newElement('w:p', {}, [paragraphLook(paragraph)]);
  const moved: XmlNode[] = paragraph.children.slice(0, paragraph.children.indexOf(last) + 1);
  append(head, withoutProperties(moved));
  reviseMark(head, revision('w:ins', reviser));
  insertBefore(paragraph, head);
  return paragraph;
}

const withoutProperties = (nodes: readonly XmlNode[]) =>
  nodes.filter((node) => !isElement(node) || node.name !== 'w:pPr');

function insertAtStart(paragraph: XmlElement, node: XmlElement): void {
  const properties = elements(paragraph).find(({ name }) => name === 'w:pPr');
  if (properties) insertAfter(properties, node);
  else prepend(paragraph, node);
}

/** Which paragraph holds the words of one that was split at its end. */
export type Holders = Map<XmlElement, XmlElement>;

/** Puts paragraphs in behind a block; gives what was put in, line by line. */
export function putParagraphs(
  { after, lines, like }: Extract<Insertion, { kind: 'paragraphs' }>,
  holders: Holders,
  reviser: Reviser,
): XmlElement[] {
  const look = like?.pieces.find(({ text }) => text.trim() !== '')?.run;
  const put = lines.map((line) => revision('w:ins', reviser, [textRun(line, lookOf(look))]));
  const block = holders.get(after) ?? after;
  const last = nextBlock(block)?.name === 'w:p' ? undefined : put.at(-1);
  const paragraphs = put
    .filter((inserted) => inserted !== last)
    .map((inserted) => {
      const paragraph = newElement('w:p', {}, [paragraphLook(like?.element), inserted]);
      reviseMark(paragraph, revision('w:ins', reviser));
      return paragraph;
    });
  let place = block;
  if (last) {
    const head = newElement('w:p', {}, [paragraphLook(block)]);
    append(head, withoutProperties(block.children));
    reviseMark(head, revision('w:ins', reviser));
    insertBefore(block, head);
    append(block, [last]);
    holders.set(after, head);
    place = head;
  }
  for (const paragraph of paragraphs.toReversed()) insertAfter(place, paragraph);
  return put;
}
