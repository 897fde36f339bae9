import { load } from 'cheerio/slim';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { docxParts } from '../../testing/index.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const run = (text: string, look = ''): string =>
  text
    .split(/(\t)/)
    .map((part) => (part === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${escaped(part)}</w:t>`))
    .join('')
    .replace(/^/, `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}`)
    .concat('</w:r>');

export const paragraph = (...content: string[]): string => `<w:p>${content.join('')}</w:p>`;
export const lines = (...texts: string[]): string => texts.map((text) => paragraph(run(text))).join('');

const more = [
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
].map(([prefix, name]) => ` xmlns:${prefix}="${name}"`);

/** A Word file with this XML in its body; `parts` are added or take the place of those of the same name. */
export function wordFile(body: string, parts: Record<string, string> = {}): Uint8Array {
  const made = docxParts([]);
  const main = strFromU8(made['word/document.xml'] ?? new Uint8Array());
  const filled = main.replace('<w:body>', `<w:body>${body}`).replace('<w:document ', `<w:document${more.join('')} `);
  const added = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync({ ...made, 'word/document.xml': strToU8(filled), ...added });
}

export const partsOf = (docx: Uint8Array): Record<string, Uint8Array> => unzipSync(docx);
export const xmlOf = (docx: Uint8Array, name = 'word/document.xml'): string =>
  strFromU8(unzipSync(docx)[name] ?? new Uint8Array());

/** The ids of the elements with this name, in their order. */
export function idsOf(docx: Uint8Array, ...names: string[]): string[] {
  const page = load(xmlOf(docx), { xml: true });
  return page(names.map((name) => `w\\:${name}`).join(', '))
    .toArray()
    .map((element) => page(element).attr('w:id') ?? '');
}
