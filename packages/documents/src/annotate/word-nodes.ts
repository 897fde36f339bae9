import { printable } from '../write/printable.ts';
import type { AnnotationAuthor } from './annotation.ts';
import {
  append,
  attribute,
  copyOf,
  descendants,
  detach,
  elements,
  firstNamed,
  named,
  newElement,
  prepend,
  type XmlElement,
} from './xml-tree.ts';

/** Numbers for revisions and comments that nothing in these parts bears yet. */
export function freshIds(roots: readonly XmlElement[]): () => string {
  const taken = new Set<number>();
  for (const root of roots) {
    for (const element of descendants(root)) {
      const id = Number(attribute(element, 'w:id') ?? Number.NaN);
      if (Number.isInteger(id)) taken.add(id);
    }
  }
  let last = 0;
  for (const id of taken) if (id > last && id < 1_000_000_000) last = id;
  return () => {
    do last++;
    while (taken.has(last));
    return String(last);
  };
}

/** The attributes of a revision or a comment. */
export const signed = (id: string, { author, date }: AnnotationAuthor): Record<string, string> => ({
  'w:id': id,
  'w:author': oneLine(author),
  'w:date': date.toISOString().replace(/\.\d+Z$/, 'Z'),
});

const oneLine = (text: string) => printable(text).replace(/\s+/g, ' ').trim();

/** The children of a run for a text: tabs and line ends become elements. */
export const textNodes = (text: string): XmlElement[] =>
  printable(text)
    .split(/([\t\n])/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\t') return newElement('w:tab');
      return part === '\n' ? newElement('w:br') : newElement('w:t', { 'xml:space': 'preserve' }, [part]);
    });

export const textRun = (text: string, look: XmlElement | undefined): XmlElement =>
  newElement('w:r', {}, [...(look ? [look] : []), ...textNodes(text)]);

const revisions = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange']);

/** The look of a run for another one, without what was revised in it. */
export function lookOf(run: XmlElement | undefined): XmlElement | undefined {
  const own = run && firstNamed(run, 'w:rPr');
  return own && withoutRevisions(copyOf(own));
}

function withoutRevisions(look: XmlElement): XmlElement {
  for (const child of elements(look)) if (revisions.has(child.name)) detach(child);
  return look;
}

/** The properties of a paragraph for another one: the same look, but no section, no revisions. */
export function paragraphLook(paragraph: XmlElement | undefined): XmlElement {
  const own = paragraph && firstNamed(paragraph, 'w:pPr');
  const look = own ? copyOf(own) : newElement('w:pPr');
  for (const name of ['w:sectPr', 'w:pPrChange']) for (const child of named(look, name)) detach(child);
  for (const mark of named(look, 'w:rPr')) withoutRevisions(mark);
  return look;
}

/** Marks the end of a paragraph as put in or taken out; in a mark's properties revisions come first, ins before del. */
export function reviseMark(paragraph: XmlElement, revision: XmlElement): void {
  let properties = firstNamed(paragraph, 'w:pPr');
  if (!properties) {
    properties = newElement('w:pPr');
    prepend(paragraph, properties);
  }
  const mark = markOf(properties);
  const inserted = firstNamed(mark, 'w:ins');
  if (firstNamed(mark, revision.name)) return;
  prepend(mark, revision);
  if (inserted) {
    detach(inserted);
    prepend(mark, inserted);
  }
}

function markOf(properties: XmlElement): XmlElement {
  const own = firstNamed(properties, 'w:rPr');
  if (own) return own;
  const mark = newElement('w:rPr');
  const behind = elements(properties).filter(({ name }) => name === 'w:sectPr' || name === 'w:pPrChange');
  for (const child of behind) detach(child);
  append(properties, [mark, ...behind]);
  return mark;
}
