import { addImplicitLabel, aiNotice, annotationsId, signerOf } from './ai-label.ts';
import {
  type AnnotatedDocument,
  type Annotation,
  type AnnotationAuthor,
  type Unplaced,
  unplacedReasons,
} from './annotation.ts';
import {
  type Holders,
  liftBefore,
  liftBehind,
  putInline,
  putParagraphs,
  type Reviser,
  runsOf,
  takeOut,
} from './apply-changes.ts';
import { commentElement, commentText, markRange } from './comments.ts';
import { quoteFinder } from './find-quote.ts';
import { commentsPart, openPackage, packPackage, partsOfKind, type WordPackage } from './package-parts.ts';
import { bodyParagraphs, type TextParagraph } from './paragraph-text.ts';
import { type PlacedNote, type Placement, placeNotes } from './place-notes.ts';
import { splitAt, textParts } from './split-runs.ts';
import { freshIds } from './word-nodes.ts';
import { append, descendants, elements, newElement, parseXml, type XmlElement } from './xml-tree.ts';

/**
 * The document itself with a Word comment for each note and its change as a tracked one, both of the author and the date
 * of `by`; every part that need not change is kept byte for byte. What could not be placed is listed. What a machine made
 * is labelled, unless none of it could be placed. Throws `DocumentError` for a file that is no Word document.
 */
export function annotateDocx(
  original: Uint8Array,
  notes: readonly Annotation[],
  by: AnnotationAuthor,
): AnnotatedDocument {
  const word = openPackage(original);
  const before = bodyParagraphs(word.body);
  const labels = by.madeByAi ? [aiNotice(by)] : [];
  const placements = placeNotes(word.body, before, [...labels, ...notes], elsewhereFinder(word));
  const placed = placements.filter((placement): placement is PlacedNote => !('unplaced' in placement));
  const unplaced = placements.flatMap(unplacedPart).flatMap((one) => {
    const index = one.index - labels.length;
    return index < 0 ? [] : [{ ...one, index }];
  });
  if (!placed.some(({ index }) => index >= labels.length)) return { docx: original, unplaced };
  splitAt(
    before,
    placed.flatMap(({ range }) => (range ? [range] : [])),
  );
  const cut = bodyParagraphs(word.body);
  for (const note of placed) if (note.deletes) for (const run of runsOf(cut, note)) textParts(run);
  const comments = commentsPart(word);
  const author = signerOf(by);
  const reviser = { author, newId: freshIds([word.main.root, comments.root]) };
  const ids = reviseText(placed, bodyParagraphs(word.body), reviser);
  append(
    comments.root,
    placed.map((note, at) => commentElement(ids[at] ?? '', commentText(note), author)),
  );
  comments.save();
  if (by.madeByAi) addImplicitLabel(word, annotationsId(original, notes, by), by.madeByAi.producer);
  return { docx: packPackage(word), unplaced };
}

/** Revises from the last note to the first, so that what several notes put in at one place stands in their order. */
function reviseText(placed: readonly PlacedNote[], paragraphs: readonly TextParagraph[], reviser: Reviser): string[] {
  const ids = placed.map(() => reviser.newId());
  const likes = new Map(paragraphs.map((paragraph) => [paragraph.element, paragraph]));
  const found = placed.map((note) => ({ note, runs: runsOf(paragraphs, note) }));
  for (const { note, runs } of found) if (note.deletes) takeOut(runs, note.joined, reviser);
  const holders: Holders = new Map();
  for (const [at, { note, runs }] of [...found.entries()].toReversed()) {
    const id = ids[at] ?? '';
    const { insertion } = note;
    const first = runs[0];
    let last = runs.at(-1);
    let put: XmlElement[] = [];
    if (insertion?.kind === 'inline' && first && last) {
      last = putInline(last, note.deletes ? first : last, insertion.lines, reviser);
    }
    if (insertion?.kind === 'paragraphs') {
      const like = insertion.like && (likes.get(insertion.like.element) ?? insertion.like);
      put = putParagraphs({ ...insertion, like }, holders, reviser);
    }
    if (first && last) markRange(id, liftBefore(first, reviser), liftBehind(last, reviser));
    else if (put[0]) markRange(id, put[0], put.at(-1) ?? put[0]);
    else if (note.range) markEmpty(id, paragraphs[note.range.from.paragraph]);
  }
  return ids;
}

/** A comment on a paragraph without words. */
function markEmpty(id: string, paragraph: TextParagraph | undefined): void {
  if (paragraph) append(paragraph.element, [newElement('w:r', {}, [newElement('w:commentReference', { 'w:id': id })])]);
}

function unplacedPart(placement: Placement): Unplaced[] {
  const { note, index } = placement;
  const reason = 'unplaced' in placement ? placement.unplaced : placement.untold;
  if (reason === null) return [];
  const part = 'unplaced' in placement ? 'note' : 'change';
  return [{ note, index, part, reason, message: unplacedReasons[reason] }];
}

/** Whether a quote stands where Word takes no comments: text boxes, heads and feet of pages, footnotes. */
function elsewhereFinder(word: WordPackage): (quote: string) => boolean {
  let finders: { find: (quote: string) => unknown }[] | undefined;
  return (quote) => {
    finders ??= elsewhereRoots(word).map((root) => quoteFinder(bodyParagraphs(root)));
    return finders.some(({ find }) => find(quote) !== null);
  };
}

function elsewhereRoots(word: WordPackage): XmlElement[] {
  const boxes = [...descendants(word.body)].filter(({ name }) => name === 'w:txbxContent');
  const notes = ['footnotes', 'endnotes'].flatMap((kind) => roots(word, kind).flatMap(elements));
  return [...boxes, ...notes, ...['header', 'footer'].flatMap((kind) => roots(word, kind))];
}

const roots = (word: WordPackage, kind: string): XmlElement[] =>
  partsOfKind(word, kind).map((name) => parseXml(word.parts[name] ?? new Uint8Array(), name).root);
