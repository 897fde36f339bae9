import { createHash } from 'node:crypto';
import { dayInChina, implicitLabel } from '../write/labels.ts';
import { printable } from '../write/printable.ts';
import type { Annotation, AnnotationAuthor } from './annotation.ts';
import { customProperties, type WordPackage } from './package-parts.ts';
import { append, attribute, elements, newElement } from './xml-tree.ts';

/** Who signs the comments and changes in the file. */
export const signerOf = (by: AnnotationAuthor): AnnotationAuthor =>
  by.madeByAi ? { ...by, author: `${by.author}（AI 辅助）` } : by;

/** What a reader sees: a comment on the title, so that the words of the contract stay what they are. */
export function aiNotice({ author, date }: AnnotationAuthor): Annotation {
  const made = `本文件的批注和修订由${printable(author)}以人工智能辅助生成，${dayInChina(date)}。`;
  return { quote: null, comment: `${made}拒绝全部修订并删除批注后，即为合同原来的文字。` };
}

/** The string format of custom properties ([MS-OLEPS] 2.21), and the first number that is not reserved. */
const format = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const firstNumber = 2;

/**
 * What a program reads, as property `AIGC`. The contract may have come with a label of its own, which speaks of its words
 * and is not touched; ours then stands beside it under the next free name.
 */
export function addImplicitLabel(word: WordPackage, id: string, producer: string): void {
  const label = implicitLabel({ madeByAi: true, producer, id, contentHash: '' });
  const { root, valueNamespace, save } = customProperties(word);
  const there = elements(root);
  const names = new Set(there.map((property) => (attribute(property, 'name') ?? '').toLowerCase()));
  const numbers = there.map((property) => Number(attribute(property, 'pid'))).filter(Number.isInteger);
  let name = 'AIGC';
  for (let number = 2; names.has(name.toLowerCase()); number++) name = `AIGC-${number}`;
  const value = newElement('vt:lpwstr', { 'xmlns:vt': valueNamespace }, [JSON.stringify(label)]);
  const pid = String(Math.max(firstNumber - 1, ...numbers) + 1);
  append(root, [newElement(root.name.replace(/Properties$/, 'property'), { fmtid: format, pid, name }, [value])]);
  save();
}

/** Names these annotations among all that the producer made: SHA-256 (hex) of the file and the notes on it. */
export const annotationsId = (original: Uint8Array, notes: readonly Annotation[], { author, date }: AnnotationAuthor) =>
  createHash('sha256')
    .update(original)
    .update(JSON.stringify([notes, author, date]))
    .digest('hex');
