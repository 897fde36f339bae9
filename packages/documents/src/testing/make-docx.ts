import { strToU8, zipSync } from 'fflate';

/** One paragraph; `style` is the id of a built-in style, `numbered` hangs it on the document's one automatic list. */
export interface DocxParagraph {
  text: string;
  style?: 'Title' | 'Heading1' | 'Heading2';
  numbered?: boolean;
}

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a Word document; `listText` is how its automatic list numbers paragraphs (「第%1条」). */
export function docxParts(paragraphs: readonly DocxParagraph[], listText = '%1.'): Record<string, Uint8Array> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${type}.numbering+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${main}">${style('Title', 'Title')}${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}</w:styles>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="${listText}"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
    'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`,
  };
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)]));
}

export const makeDocx = (paragraphs: readonly DocxParagraph[], listText?: string): Uint8Array =>
  zipSync(docxParts(paragraphs, listText));

const style = (id: string, name: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

function paragraph({ text, style: id, numbered }: DocxParagraph): string {
  const list = numbered ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>' : '';
  const properties = `${id ? `<w:pStyle w:val="${id}"/>` : ''}${list}`;
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
