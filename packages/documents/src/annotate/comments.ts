import { printable } from '../write/printable.ts';
import type { AnnotationAuthor } from './annotation.ts';
import { unplacedReasons } from './annotation.ts';
import type { PlacedNote } from './place-notes.ts';
import { signed, textNodes } from './word-nodes.ts';
import { insertAfter, insertBefore, newElement, type XmlElement } from './xml-tree.ts';

/** What the comment says: the remark, and the change in words where it could not be made in the text. */
export function commentText({ note, untold }: PlacedNote): string {
  const { change, comment } = note;
  if (untold === null || !change) return comment;
  const told = {
    replace: `建议改为：${change.text ?? ''}`,
    delete: '建议删除。',
    'insert-after': `建议增加：${(change.text ?? '').trim()}`,
  }[change.action];
  return `${comment}\n${told}\n（未作修订：${unplacedReasons[untold]}）`;
}

/** An entry of the comments part; a line of the text is a paragraph. */
export function commentElement(id: string, text: string, author: AnnotationAuthor): XmlElement {
  const paragraphs = printable(text)
    .split('\n')
    .map((line, at) =>
      newElement('w:p', {}, [
        ...(at === 0 ? [newElement('w:r', {}, [newElement('w:annotationRef')])] : []),
        newElement('w:r', {}, textNodes(line)),
      ]),
    );
  const attributes = signed(id, author);
  const initials = [...(attributes['w:author'] ?? '')].slice(0, 2).join('');
  return newElement('w:comment', { ...attributes, 'w:initials': initials }, paragraphs);
}

/** Marks the stretch from `first` to `last`, which both stand in paragraphs, as what the comment is on. */
export function markRange(id: string, first: XmlElement, last: XmlElement): void {
  insertBefore(first, newElement('w:commentRangeStart', { 'w:id': id }));
  insertAfter(last, newElement('w:r', {}, [newElement('w:commentReference', { 'w:id': id })]));
  insertAfter(last, newElement('w:commentRangeEnd', { 'w:id': id }));
}
