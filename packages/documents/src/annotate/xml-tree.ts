import { type Cheerio, load } from 'cheerio/slim';
import { DocumentError } from '../document-error.ts';

type Contained<Selection> = Selection extends Cheerio<infer Item> ? Item : never;
type Root = Contained<ReturnType<ReturnType<typeof load>['root']>>;
export type XmlNode = Root['children'][number];
export type XmlElement = Extract<XmlNode, { attribs: object }>;
type XmlText = Extract<XmlNode, { nodeType: 3 }>;

export interface XmlPart {
  root: XmlElement;
  bytes(): Uint8Array;
}

/** A contract nests some dozens deep; walkers and the serialiser call themselves. */
const maxDepth = 500;

/** References stay as they are written, so that what is not touched comes out as it went in. */
const options = { xml: { decodeEntities: false } };

/** The tree of one part of a package. Throws `corrupt` or `unsupported` with the part's name. */
export function parseXml(bytes: Uint8Array, name: string): XmlPart {
  const part = load(xmlText(bytes, name), options);
  const top: XmlNode[] = part.root().toArray()[0]?.children ?? [];
  const root = top.find(isElement);
  if (!root || tooDeep(root)) throw new DocumentError('corrupt', `Word 文档的 ${name} 已损坏`);
  return { root, bytes: () => Buffer.from(part.xml(), 'utf8') };
}

function xmlText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const message = `Word 文档的 ${name} 不是 UTF-8 编码；请用 Word 或 WPS 另存一次后再上传`;
    throw new DocumentError('unsupported', message, { cause });
  }
}

function tooDeep(root: XmlElement): boolean {
  let level = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return true;
    level = level.flatMap(elements);
  }
  return false;
}

export const isElement = (node: XmlNode | null | undefined): node is XmlElement => node?.type === 'tag';
export const elements = (parent: XmlElement): XmlElement[] => parent.children.filter(isElement);
export const named = (parent: XmlElement, name: string): XmlElement[] =>
  elements(parent).filter((child) => child.name === name);
export const firstNamed = (parent: XmlElement, name: string): XmlElement | undefined => named(parent, name)[0];
export const parentOf = (node: XmlNode): XmlElement | null => {
  const { parent } = node;
  return parent?.type === 'tag' ? parent : null;
};

/** Every element below `root`, itself included, in the order of the text. */
export function* descendants(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of elements(root)) yield* descendants(child);
}

export const attribute = (element: XmlElement, name: string): string | undefined => {
  const raw = element.attribs[name];
  return raw === undefined ? undefined : decode(raw);
};

/** The character data of an element, without that of its children. */
export const ownText = (element: XmlElement): string =>
  element.children
    .map((node) => {
      if (node.type === 'text') return decode(node.data);
      return node.type === 'cdata'
        ? node.children.map((child) => (child.type === 'text' ? child.data : '')).join('')
        : '';
    })
    .join('');

const blank = exemplar();

function exemplar(): { element: XmlElement; text: XmlText } {
  const element = load('<x>x</x>', options).root().toArray()[0]?.children.find(isElement);
  const text = element?.children[0];
  if (!element || text?.type !== 'text') throw new Error('xml parser without elements');
  return { element, text };
}

export function newElement(
  name: string,
  attributes: Record<string, string> = {},
  children: readonly (XmlElement | string)[] = [],
): XmlElement {
  const element = blank.element.cloneNode(false);
  element.name = name;
  element.attribs = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, encode(value)]));
  append(
    element,
    children.map((child) => (typeof child === 'string' ? textNode(child) : child)),
  );
  return element;
}

function textNode(text: string): XmlText {
  const node = blank.text.cloneNode(false);
  node.data = encode(text);
  return node;
}

/** A copy with all that is in it, belonging nowhere. */
export const copyOf = (element: XmlElement): XmlElement => {
  const copy = element.cloneNode(true);
  copy.parent = null;
  return copy;
};

/** A copy of the element and its attributes without what is in it. */
export const emptyCopyOf = (element: XmlElement): XmlElement => {
  const copy = element.cloneNode(false);
  copy.parent = null;
  return copy;
};

/** Moves nodes to the end of an element, all at once: a paragraph may have tens of thousands of runs. */
export function append(parent: XmlElement, nodes: readonly XmlNode[]): void {
  const moved = new Set<XmlNode>(nodes);
  for (const old of new Set(nodes.map(parentOf)))
    if (old) old.children = old.children.filter((node) => !moved.has(node));
  for (const node of nodes) {
    node.parent = parent;
    parent.children.push(node);
  }
}

export const prepend = (parent: XmlElement, node: XmlElement): void => insertAt(parent, 0, node);

export const insertBefore = (place: XmlNode, node: XmlElement): void => {
  const parent = holder(place);
  detach(node);
  insertAt(parent, parent.children.indexOf(place), node);
};

export const insertAfter = (place: XmlNode, node: XmlElement): void => {
  const parent = holder(place);
  detach(node);
  insertAt(parent, parent.children.indexOf(place) + 1, node);
};

export function detach(node: XmlNode): void {
  const parent = parentOf(node);
  if (parent) parent.children.splice(parent.children.indexOf(node), 1);
  node.parent = null;
}

function insertAt(parent: XmlElement, at: number, node: XmlElement): void {
  node.parent = parent;
  parent.children.splice(at, 0, node);
}

function holder(node: XmlNode): XmlElement {
  const parent = parentOf(node);
  if (!parent) throw new Error('the node stands in no element');
  return parent;
}

const encode = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (raw: string) =>
  raw.includes('&')
    ? raw.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        if (name) return entities[name] ?? whole;
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : raw;
