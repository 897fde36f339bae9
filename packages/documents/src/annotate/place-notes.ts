import type { Annotation, UnplacedReason } from './annotation.ts';
import { quoteFinder, type TextRange } from './find-quote.ts';
import type { Piece, TextParagraph } from './paragraph-text.ts';
import { blocksOf, nextBlock, signatureStart } from './signature-part.ts';
import { descendants, firstNamed, parentOf, type XmlElement } from './xml-tree.ts';

/** Words put in behind the end of the range, or paragraphs put in behind a block that look like `like`. */
export type Insertion =
  | { kind: 'inline'; lines: string[] }
  | { kind: 'paragraphs'; lines: string[]; after: XmlElement; like: TextParagraph | null };

/** `range` null: the comment is on the paragraphs put in. `untold`: the change is told in the comment alone. */
export interface PlacedNote {
  note: Annotation;
  index: number;
  range: TextRange | null;
  deletes: boolean;
  /** The paragraphs that end with their end mark taken out. */
  joined: XmlElement[];
  insertion: Insertion | null;
  untold: UnplacedReason | null;
}

export type Placement = PlacedNote | { note: Annotation; index: number; unplaced: UnplacedReason };

type Wish = Pick<PlacedNote, 'deletes' | 'insertion'>;
interface Taken {
  deleted: { from: number; to: number }[];
  points: number[];
}

/** Finds each note's place in the text as it was; of two changes that overlap, the later note's is only told. */
export function placeNotes(
  body: XmlElement,
  paragraphs: readonly TextParagraph[],
  notes: readonly Annotation[],
  isElsewhere: (quote: string) => boolean,
): Placement[] {
  const finder = quoteFinder(paragraphs);
  const taken: Taken = { deleted: [], points: [] };
  const placements = notes.map((note, index): Placement => {
    if (note.quote === null) return placeOnWhole(body, paragraphs, note, index);
    if (note.quote.text.trim() === '') return { note, index, unplaced: 'empty-quote' };
    const found = finder.find(note.quote.text, note.quote.occurrence);
    if (!found) return { note, index, unplaced: isElsewhere(note.quote.text) ? 'outside-body' : 'not-found' };
    const wish = wishOf(note, paragraphs, found);
    const range = wish.deletes && !wish.insertion ? withLooseSpaces(paragraphs, found) : found;
    const between = paragraphs.slice(range.from.paragraph, range.to.paragraph + 1);
    const refused =
      refusal(between, range, wish) ?? (overlaps(finder, range, wish, paragraphs, taken) ? 'overlap' : null);
    const placed = { note, index, range: sameCell(between) ? range : firstParagraphOf(range, paragraphs), joined: [] };
    return refused === null
      ? { ...placed, ...wish, untold: null }
      : { ...placed, deletes: false, insertion: null, untold: refused };
  });
  return placements.map((placement) =>
    'unplaced' in placement || !placement.range || !placement.deletes
      ? placement
      : { ...placement, joined: joinedParagraphs(placement.range, placement, paragraphs, placements) },
  );
}

function wishOf({ change }: Annotation, paragraphs: readonly TextParagraph[], { to }: TextRange): Wish {
  const text = (change?.text ?? '').replace(/\r\n?/g, '\n');
  if (!change || (change.action === 'insert-after' && text.trim() === '')) return { deletes: false, insertion: null };
  const deletes = change.action !== 'insert-after';
  if (change.action === 'delete' || text === '') return { deletes, insertion: null };
  const paragraph = paragraphs[to.paragraph];
  if (deletes || !text.startsWith('\n') || !paragraph) {
    return { deletes, insertion: { kind: 'inline', lines: text.split('\n') } };
  }
  return {
    deletes,
    insertion: {
      kind: 'paragraphs',
      lines: text.replace(/^\n+|\n+$/g, '').split('\n'),
      after: paragraph.element,
      like: likeBody(paragraphs, to.paragraph),
    },
  };
}

/** What follows a heading looks like the text below the heading. */
function likeBody(paragraphs: readonly TextParagraph[], at: number): TextParagraph | null {
  const own = paragraphs[at] ?? null;
  const next = paragraphs[at + 1];
  const isHeading = own !== null && own.text.trim().length <= 25 && !/[。；，：、.;,:]$/.test(own.text.trim());
  const isBelow = own && next && parentOf(own.element) === parentOf(next.element);
  return isHeading && isBelow && next.text.trim().length > own.text.trim().length ? next : own;
}

const piecesIn = (paragraphs: readonly TextParagraph[], { from, to }: TextRange): Piece[] =>
  paragraphs.flatMap(({ pieces }, at) => {
    const start = at === 0 ? from.offset : 0;
    const end = at === paragraphs.length - 1 ? to.offset : Infinity;
    return pieces.filter((piece) => piece.from < end && piece.from + piece.text.length > start);
  });

function refusal(between: readonly TextParagraph[], range: TextRange, wish: Wish): UnplacedReason | null {
  if (!wish.deletes && !wish.insertion) return null;
  if (!sameCell(between)) return 'several-cells';
  const last = between.at(-1);
  if (wish.insertion?.kind === 'paragraphs') {
    return last?.lock ?? (canInsertBehind(wish.insertion.after) ? null : 'no-place');
  }
  const pieces = piecesIn(between, range);
  const lock = (wish.deletes ? pieces : pieces.slice(-1)).find((piece) => piece.lock)?.lock;
  if (lock) return lock;
  return wish.deletes && between.slice(0, -1).some(endsSection) ? 'section-break' : null;
}

const sameCell = (between: readonly TextParagraph[]) =>
  new Set(between.map(({ element }) => parentOf(element))).size <= 1;

const endsSection = ({ element }: TextParagraph) => {
  const properties = firstNamed(element, 'w:pPr');
  return properties !== undefined && firstNamed(properties, 'w:sectPr') !== undefined;
};

export const canInsertBehind = (block: XmlElement): boolean => block.name === 'w:p' || nextBlock(block)?.name === 'w:p';

function overlaps(
  { startOf }: { startOf: (paragraph: number) => number },
  { from, to }: TextRange,
  { deletes, insertion }: Wish,
  paragraphs: readonly TextParagraph[],
  taken: Taken,
): boolean {
  const start = startOf(from.paragraph) + from.offset;
  const end = startOf(to.paragraph) + to.offset;
  const point =
    insertion?.kind === 'paragraphs' ? startOf(to.paragraph) + (paragraphs[to.paragraph]?.text.length ?? 0) : end;
  const clash =
    (deletes &&
      (taken.deleted.some((other) => start < other.to && other.from < end) ||
        taken.points.some((other) => start < other && other < end))) ||
    (insertion !== null && taken.deleted.some((other) => other.from < point && point < other.to));
  if (clash) return true;
  if (deletes) taken.deleted.push({ from: start, to: end });
  if (insertion) taken.points.push(point);
  return false;
}

/** A deletion that would leave nothing but spaces of its paragraphs takes these too. */
function withLooseSpaces(paragraphs: readonly TextParagraph[], { from, to }: TextRange): TextRange {
  const before = paragraphs[from.paragraph]?.text.slice(0, from.offset) ?? '';
  const last = paragraphs[to.paragraph]?.text ?? '';
  if (before.trim() !== '' || last.slice(to.offset).trim() !== '') return { from, to };
  return { from: { ...from, offset: 0 }, to: { ...to, offset: last.length } };
}

const firstParagraphOf = ({ from }: TextRange, paragraphs: readonly TextParagraph[]): TextRange => ({
  from,
  to: { ...from, offset: paragraphs[from.paragraph]?.text.length ?? from.offset },
});

/** All but the last of the paragraphs; the last too where the deletion leaves it empty and nothing is put into it. */
function joinedParagraphs(
  { from, to }: TextRange,
  { insertion }: PlacedNote,
  paragraphs: readonly TextParagraph[],
  placements: readonly Placement[],
): XmlElement[] {
  const between = paragraphs.slice(from.paragraph, to.paragraph + 1);
  const last = between.at(-1);
  const inner = between.slice(0, -1).map(({ element }) => element);
  const isWhole = from.offset === 0 && last !== undefined && to.offset === last.text.length && insertion === null;
  if (!isWhole || endsSection(last) || nextBlock(last.element)?.name !== 'w:p' || hasPicture(last.element))
    return inner;
  const isFilled = placements.some(
    (other) =>
      !('unplaced' in other) && other.insertion?.kind === 'inline' && other.range?.to.paragraph === to.paragraph,
  );
  return isFilled ? inner : [...inner, last.element];
}

const pictures = new Set([
  'w:drawing',
  'w:pict',
  'w:object',
  'mc:AlternateContent',
  'w:footnoteReference',
  'w:endnoteReference',
]);

const hasPicture = (element: XmlElement) => {
  for (const { name } of descendants(element)) if (pictures.has(name)) return true;
  return false;
};

function placeOnWhole(
  body: XmlElement,
  paragraphs: readonly TextParagraph[],
  note: Annotation,
  index: number,
): Placement {
  const text = (note.change?.text ?? '').trim();
  const first = Math.max(
    0,
    paragraphs.findIndex((paragraph) => paragraph.text.trim() !== ''),
  );
  const heading = paragraphs[first];
  if (!heading) return { note, index, unplaced: 'no-place' };
  const range = { from: { paragraph: first, offset: 0 }, to: { paragraph: first, offset: heading.text.length } };
  const told = { note, index, range, deletes: false, joined: [], insertion: null };
  if (!note.change) return { ...told, untold: null };
  if (note.change.action !== 'insert-after' || text === '') return { ...told, untold: 'needs-quote' };
  const after = blockBefore(body, paragraphs, note.place ?? 'before-signatures');
  if (!after || !canInsertBehind(after)) return { ...told, untold: 'no-place' };
  const lines = text.split(/\r\n?|\n/);
  const insertion = { kind: 'paragraphs' as const, lines, after, like: lastClause(paragraphs, after) };
  return { ...told, range: null, insertion, untold: null };
}

function blockBefore(body: XmlElement, paragraphs: readonly TextParagraph[], place: string): XmlElement | undefined {
  const blocks = blocksOf(body);
  if (place === 'end') return blocks.at(-1);
  const texts = new Map<XmlElement, string>();
  for (const { element, text } of paragraphs) {
    let block: XmlElement | null = element;
    while (block && parentOf(block) !== body) block = parentOf(block);
    if (block) texts.set(block, `${texts.get(block) ?? ''}${text}`);
  }
  const start = signatureStart(blocks.map((element) => ({ element, text: texts.get(element) ?? '' })));
  return start === null ? blocks.at(-1) : blocks[start - 1];
}

/** The last paragraph of running text up to the block. */
function lastClause(paragraphs: readonly TextParagraph[], block: XmlElement): TextParagraph | null {
  const at = paragraphs.findIndex(({ element }) => element === block);
  const above = at < 0 ? paragraphs : paragraphs.slice(0, at + 1);
  const isClause = ({ element, text }: TextParagraph) =>
    parentOf(element) === parentOf(block) && text.trim().length >= 10 && /[。；]$/.test(text.trim());
  return above.findLast(isClause) ?? above.at(-1) ?? null;
}
