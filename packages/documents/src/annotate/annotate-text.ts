import { Document, Packer } from 'docx';
import { withFixedMoments } from '../write/docx-parts.ts';
import { answerPage, answerStyles } from '../write/docx-styles.ts';
import { printable } from '../write/printable.ts';
import { annotateDocx } from './annotate-docx.ts';
import type { AnnotatedDocument, Annotation, AnnotationAuthor } from './annotation.ts';
import { openPackage, packPackage } from './package-parts.ts';
import { textRun } from './word-nodes.ts';
import { elements, insertBefore, newElement, type XmlElement } from './xml-tree.ts';

/**
 * A Word document of a contract that came as PDF or plain text, a paragraph a line, with the notes as `annotateDocx`
 * makes them. A short first line is the title. Control characters, which no Word file can hold, are left out.
 */
export async function annotateText(
  text: string,
  notes: readonly Annotation[],
  meta: AnnotationAuthor & { title?: string },
): Promise<AnnotatedDocument> {
  return annotateDocx(await textDocument(text, meta), notes, meta);
}

async function textDocument(text: string, { author, date, title }: AnnotationAuthor & { title?: string }) {
  const empty = new Document({
    title: printable(title ?? ''),
    creator: printable(author),
    lastModifiedBy: printable(author),
    styles: answerStyles,
    sections: [{ properties: { page: answerPage }, children: [] }],
  });
  const word = openPackage(withFixedMoments(await Packer.toBuffer(empty), date));
  const section = elements(word.body).find(({ name }) => name === 'w:sectPr');
  const lines = printable(text).split('\n');
  const titleAt = lines.findIndex((line) => line.trim() !== '');
  for (const [at, line] of lines.entries()) {
    const paragraph = paragraphOf(line, at === titleAt && isTitle(line) ? 'Title' : 'BodyText');
    if (section) insertBefore(section, paragraph);
  }
  return packPackage(word);
}

const isTitle = (line: string) => line.trim().length <= 30 && !/[，。；：,;:]/.test(line);

/** A line that is set in by its own spaces is not set in again. */
function paragraphOf(line: string, style: 'Title' | 'BodyText'): XmlElement {
  const isSetIn = style === 'BodyText' && /^\s/.test(line);
  return newElement('w:p', {}, [
    newElement('w:pPr', {}, [
      newElement('w:pStyle', { 'w:val': style }),
      ...(isSetIn ? [newElement('w:ind', { 'w:firstLineChars': '0', 'w:firstLine': '0' })] : []),
    ]),
    ...(line === '' ? [] : [textRun(line, undefined)]),
  ]);
}
