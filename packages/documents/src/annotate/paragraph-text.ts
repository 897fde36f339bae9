import type { UnplacedReason } from './annotation.ts';
import { attribute, elements, firstNamed, named, ownText, type XmlElement } from './xml-tree.ts';

/** A child of a run that shows as text. `lock`: why its words may not be changed; null where they may. */
export interface Piece {
  node: XmlElement;
  run: XmlElement;
  text: string;
  from: number;
  lock: UnplacedReason | null;
}

/** A paragraph as it reads when the revisions already in it are accepted; `lock` is on paragraphs put next to it. */
export interface TextParagraph {
  element: XmlElement;
  text: string;
  pieces: Piece[];
  lock: UnplacedReason | null;
}

const words = (list: string) => new Set(list.split(' '));
const blockContainers = words('w:tbl w:tr w:tc w:sdt w:sdtContent w:customXml w:ins w:moveTo');
const inlineContainers = words(
  'w:hyperlink w:ins w:moveTo w:smartTag w:customXml w:sdt w:sdtContent w:fldSimple w:dir w:bdo',
);
const fixedControls = words(
  'w:lock w:dataBinding w:showingPlcHdr w:dropDownList w:comboBox w:date w:picture w14:checkbox w15:repeatingSection',
);

/** The text of a child of a run; null for what is not text (a picture, the mark of a footnote). */
export function pieceText(node: XmlElement): string | null {
  switch (node.name) {
    case 'w:t':
      return ownText(node);
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:cr':
      return '\n';
    case 'w:br':
      return ['page', 'column'].includes(attribute(node, 'w:type') ?? '') ? null : '\n';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:softHyphen':
      return '\u00ad';
    default:
      return null;
  }
}

/** The paragraphs of the body in their order, cells of tables included, text boxes not. */
export function bodyParagraphs(body: XmlElement): TextParagraph[] {
  const found: TextParagraph[] = [];
  const fields: ('code' | 'result')[] = [];

  const walkBlocks = (parent: XmlElement, lock: UnplacedReason | null): void => {
    for (const child of elements(parent)) {
      if (child.name === 'w:p') found.push(paragraph(child, lock));
      else if (blockContainers.has(child.name) && !isDeletedRow(child)) walkBlocks(child, lock ?? lockOf(child));
    }
  };

  const paragraph = (element: XmlElement, lock: UnplacedReason | null): TextParagraph => {
    const pieces: Piece[] = [];
    let text = '';
    const walkRuns = (parent: XmlElement, inner: UnplacedReason | null): void => {
      for (const child of elements(parent)) {
        if (child.name === 'w:r') {
          for (const node of elements(child)) {
            if (node.name === 'w:fldChar') turnField(fields, attribute(node, 'w:fldCharType'));
            const shown = fields.includes('code') ? null : pieceText(node);
            if (shown === null) continue;
            const fieldLock = fields.length > 0 ? 'field' : null;
            pieces.push({ node, run: child, text: shown, from: text.length, lock: inner ?? fieldLock });
            text += shown;
          }
        } else if (inlineContainers.has(child.name)) walkRuns(child, inner ?? lockOf(child));
      }
    };
    walkRuns(element, lock);
    return { element, text, pieces, lock };
  };

  walkBlocks(body, null);
  return found;
}

function turnField(fields: ('code' | 'result')[], type: string | undefined): void {
  if (type === 'begin') fields.push('code');
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
  else if (type === 'end') fields.pop();
}

function lockOf(container: XmlElement): UnplacedReason | null {
  if (container.name === 'w:fldSimple') return 'field';
  if (container.name === 'w:moveTo') return 'moved-text';
  if (container.name !== 'w:sdt') return null;
  const fixed = named(container, 'w:sdtPr')
    .flatMap(elements)
    .some(({ name }) => fixedControls.has(name));
  return fixed ? 'content-control' : null;
}

const isDeletedRow = (element: XmlElement): boolean => {
  const properties = element.name === 'w:tr' ? firstNamed(element, 'w:trPr') : undefined;
  return properties !== undefined && firstNamed(properties, 'w:del') !== undefined;
};
