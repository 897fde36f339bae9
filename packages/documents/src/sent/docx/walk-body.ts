import { DocumentError } from '../../document-error.ts';
import type { Numbering } from '../count-lists.ts';
import { maxCharacters, tooLong } from '../sent-file.ts';
import { isShaded, type Styles, type Unseen, unseen } from './styles.ts';
import { symbol } from './symbols.ts';
import {
  attribute,
  child,
  childValue,
  descendants,
  elements,
  isOn,
  localName,
  textOf,
  type XmlElement,
} from './xml.ts';

export interface Seen {
  inserted: number;
  deleted: number;
  comments: number;
  pictures: number;
  objects: number;
  chunks: number;
  contents: number;
  unseen: Map<Unseen, string[]>;
}
export const nothingSeen = (): Seen => ({
  inserted: 0,
  deleted: 0,
  comments: 0,
  pictures: 0,
  objects: 0,
  chunks: 0,
  contents: 0,
  unseen: new Map(),
});

interface Deps {
  styles: Styles;
  numbering: Numbering;
  /** The text of a footnote or endnote. */
  note: (kind: 'footnote' | 'endnote', id: string) => string;
  seen: Seen;
}

interface Place {
  paragraphStyle: string | undefined;
  shaded: boolean;
}

/** The paragraphs of a body, a cell or a note, tracked changes accepted. */
export function walkBody(body: XmlElement, { styles, numbering, note, seen }: Deps): string[] {
  let length = 0;
  const instructing: boolean[] = [];
  let asides: string[] = [];

  function blocks(parent: XmlElement, shaded: boolean): string[] {
    const out: string[] = [];
    let carried = '';
    for (const one of elements(parent)) {
      const name = localName(one);
      if (name === 'p') {
        const { text, merges } = paragraph(one, shaded);
        const whole = carried + text;
        carried = merges ? whole : '';
        if (!merges) out.push(whole, ...asides.splice(0));
      } else if (name === 'tbl') out.push(...table(one, shaded));
      else if (name === 'altChunk' || name === 'subDoc') seen.chunks += 1;
      else if (name === 'del' || name === 'moveFrom') seen.deleted += 1;
      else if (name === 'sdt' && isContents(one)) seen.contents += 1;
      else if (['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag'].includes(name))
        out.push(...blocks(one, shaded));
      else if (name === 'AlternateContent')
        out.push(...blocks(child(one, 'Choice') ?? child(one, 'Fallback') ?? one, shaded));
    }
    if (carried !== '') out.push(carried);
    return out;
  }

  function paragraph(element: XmlElement, shaded: boolean): { text: string; merges: boolean } {
    const properties = child(element, 'pPr');
    const mark = child(properties, 'rPr');
    const merges = child(mark, 'del') !== undefined || child(mark, 'moveFrom') !== undefined;
    const paragraphStyle = childValue(properties, 'pStyle') ?? styles.defaultParagraph;
    if (/^(?:toc \d|目录 \d)$/i.test(styles.name(paragraphStyle))) {
      seen.contents += 1;
      return { text: '', merges: false };
    }
    const isDark =
      shaded || isShaded(properties) || styles.chain(paragraphStyle).some((one) => isShaded(child(one, 'pPr')));
    const text = inline(element, { paragraphStyle, shaded: isDark });
    const isNumbered = text.trim() !== '' || (child(properties, 'numPr') !== undefined && !merges);
    const number = isNumbered && !merges ? numberOf(properties, paragraphStyle) : '';
    length += text.length;
    if (length > maxCharacters) throw tooLong();
    return { text: text.trim() === '' ? '' : number + text.replace(/^[\s\u3000]+/, number === '' ? '$&' : ''), merges };
  }

  function numberOf(properties: XmlElement | undefined, styleId: string | undefined): string {
    const own = child(properties, 'numPr');
    const chain = styles.chain(styleId);
    const styled = chain.find((one) => child(child(child(one, 'pPr'), 'numPr'), 'numId'));
    const fromStyle = child(child(styled, 'pPr'), 'numPr');
    const numId = childValue(own, 'numId') ?? childValue(fromStyle, 'numId');
    if (numId === undefined || numId === '0') return '';
    const named = childValue(own, 'ilvl');
    const level =
      named ??
      numbering.levelOfStyle(numId, attribute(chain[0], 'styleId') ?? '') ??
      childValue(fromStyle, 'ilvl') ??
      0;
    return numbering.next(numId, Number(level) || 0);
  }

  function inline(parent: XmlElement, place: Place): string {
    let text = '';
    for (const one of elements(parent)) {
      const name = localName(one);
      if (name === 'r') text += run(one, place);
      else if (name === 'del' || name === 'moveFrom') seen.deleted += 1;
      else if (name === 'ins' || name === 'moveTo') {
        seen.inserted += 1;
        text += inline(one, place);
      } else if (name === 'fldSimple') {
        refuseField(attribute(one, 'instr') ?? '');
        text += inline(one, place);
      } else if (name === 't' && one.name !== 'w:t') text += textOf(one);
      else if (name === 'ruby') text += inline(child(one, 'rubyBase') ?? one, place);
      else if (name === 'AlternateContent')
        text += inline(child(one, 'Choice') ?? child(one, 'Fallback') ?? one, place);
      else if (!/Pr$|^rt$/.test(name)) text += inline(one, place);
    }
    return text;
  }

  function run(element: XmlElement, place: Place): string {
    const own = child(element, 'rPr');
    const chains = [...styles.chain(childValue(own, 'rStyle')), ...styles.chain(place.paragraphStyle)];
    const properties = [own, ...chains.map((one) => child(one, 'rPr')), styles.defaults];
    if (child(own, 'del')) {
      seen.deleted += 1;
      return '';
    }
    let text = '';
    for (const one of elements(element)) text += piece(one, place);
    const why = instructing.includes(true) ? null : unseen(properties, place.shaded);
    if (why && /[^\s\u3000]/.test(text)) {
      seen.unseen.set(why, [...(seen.unseen.get(why) ?? []), text.trim()]);
      return '';
    }
    // A blank to be filled in by hand is drawn as underlined spaces.
    const isBlank = /^[\s\u3000]+$/.test(text) && !text.includes('\n') && (childValue(own, 'u') ?? 'none') !== 'none';
    return isBlank ? '____' : text;
  }

  function piece(one: XmlElement, place: Place): string {
    const name = localName(one);
    if (name === 'fldChar') field(attribute(one, 'fldCharType'));
    if (name === 'instrText') refuseField(textOf(one));
    if (name === 'commentReference') seen.comments += 1;
    if (instructing.includes(true)) return '';
    if (name === 't') return textOf(one);
    if (name === 'tab' || name === 'ptab') return '\t';
    if (name === 'br' || name === 'cr') return '\n';
    if (name === 'noBreakHyphen') return '-';
    if (name === 'sym') return symbol(attribute(one, 'font') ?? '', attribute(one, 'char') ?? '');
    if (name === 'footnoteReference') return note('footnote', attribute(one, 'id') ?? '');
    if (name === 'endnoteReference') return note('endnote', attribute(one, 'id') ?? '');
    if (name === 'ruby') return inline(child(one, 'rubyBase') ?? one, place);
    if (name === 'AlternateContent') {
      return elements(child(one, 'Choice') ?? child(one, 'Fallback'))
        .map((inner) => piece(inner, place))
        .join('');
    }
    if (name === 'drawing' || name === 'pict' || name === 'object') drawing(one, name);
    return '';
  }

  function drawing(one: XmlElement, name: string): void {
    if (name === 'object') seen.objects += 1;
    for (const below of descendants(one)) {
      if (localName(below) === 'blip' || (name === 'pict' && localName(below) === 'imagedata')) seen.pictures += 1;
      if (localName(below) === 'txbxContent') {
        const kept = asides;
        asides = [];
        const inner = blocks(below, true);
        asides = [...kept, ...inner];
      }
    }
  }

  function field(type: string | undefined): void {
    if (type === 'begin') instructing.push(true);
    else if (type === 'separate' && instructing.pop() !== undefined) instructing.push(false);
    else if (type === 'end') instructing.pop();
  }

  function table(element: XmlElement, shaded: boolean): string[] {
    const look = styles.chain(childValue(child(element, 'tblPr'), 'tblStyle'));
    const isDark =
      shaded || isShaded(child(element, 'tblPr')) || look.some((style) => [...descendants(style)].some(isShaded));
    return rowsOf(element).flatMap((row) => {
      if (child(child(row, 'trPr'), 'del')) {
        seen.deleted += 1;
        return [];
      }
      if (isOn(child(row, 'trPr'), 'hidden')) {
        seen.unseen.set('隐藏', [...(seen.unseen.get('隐藏') ?? []), '表格中的一行']);
        return [];
      }
      const cells = cellsOf(row)
        .filter((cell) => !child(child(cell, 'tcPr'), 'cellDel'))
        .map((cell) => blocks(cell, isDark || isShaded(child(cell, 'tcPr'))).filter((text) => text.trim() !== ''));
      // A cell that holds a text of its own (a contract laid out as a table) is read downwards.
      if (cells.length === 1 || cells.some((cell) => cell.length > 3)) return cells.flat();
      return cells.some((cell) => cell.length > 0) ? [cells.map((cell) => cell.join(' ')).join(' | ')] : [];
    });
  }

  return blocks(body, false);
}

const wrapped = ['sdt', 'sdtContent', 'ins', 'customXml'];
const inside = (parent: XmlElement, name: string): XmlElement[] =>
  elements(parent).flatMap((one) =>
    localName(one) === name ? [one] : wrapped.includes(localName(one)) ? inside(one, name) : [],
  );
const rowsOf = (table: XmlElement) => inside(table, 'tr');
const cellsOf = (row: XmlElement) => inside(row, 'tc');
const isContents = (sdt: XmlElement) =>
  [...descendants(child(sdt, 'sdtPr'))].some(
    (one) => localName(one) === 'docPartGallery' && /table of contents/i.test(attribute(one, 'val') ?? ''),
  );

function refuseField(instruction: string): void {
  const word = /^\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE\s+"?https?)\b/i.exec(instruction)?.[1];
  if (word)
    throw new DocumentError(
      'hostile',
      `Word 文档里有会从外部取数据或运行程序的域（${word}），已拒绝；请删去该域后再上传`,
    );
}
