import { strToU8, zipSync } from 'fflate';
import { docxParts } from '../../testing/make-docx.ts';

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const xml = (name: string, inner: string) => strToU8(`<w:${name} ${space}>${inner}</w:${name}>`);

/** A Word file whose body is `body`; `more` adds or replaces parts. */
export function wordFile(body: string, more: Record<string, Uint8Array | string> = {}): Uint8Array {
  const parts = Object.entries(more).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return zipSync({
    ...docxParts([]),
    'word/document.xml': xml('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(parts),
  });
}
export const p = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
export const r = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const relations = (list: readonly { kind: string; target: string; external?: boolean }[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ({ kind, target, external }, index) =>
        `<Relationship Id="r${index}" Type="${office}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;
