import { type Cheerio, load } from 'cheerio/slim';
import { DocumentError } from '../../document-error.ts';

type Contained<Selection> = Selection extends Cheerio<infer Item> ? Item : never;
type Root = Contained<ReturnType<ReturnType<typeof load>['root']>>;
export type XmlNode = Root | Root['children'][number];
export type XmlElement = Extract<XmlNode, { attribs: object }>;

const maxDepth = 400;
const maxTags = 1_500_000;

/** The root element of a part. Entities are never expanded: a part that declares any is refused. */
export function parseXml(bytes: Uint8Array, name: string): XmlElement | null {
  const xml = decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw new DocumentError('hostile', `Word 文档的 ${name} 里有实体声明（疑似 XML 炸弹或外部实体），已拒绝`);
  }
  let depth = 0;
  let tags = 0;
  for (const [tag] of xml.matchAll(/<[^<>]*>/g)) {
    if (tag[1] === '/') depth -= 1;
    else if (!tag.endsWith('/>') && tag[1] !== '?' && tag[1] !== '!') depth += 1;
    if (depth > maxDepth || ++tags > maxTags) {
      throw new DocumentError('hostile', `Word 文档的 ${name} 结构异常（嵌套过深或标签过多），已拒绝`);
    }
  }
  return load(xml, { xml: true }).root().children().get(0) ?? null;
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** The name without its prefix. */
export const localName = (element: XmlElement) => element.name.slice(element.name.indexOf(':') + 1);

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  if (!element) return undefined;
  const direct = element.attribs[`w:${name}`] ?? element.attribs[name];
  if (direct !== undefined) return direct;
  return Object.entries(element.attribs).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

export const elements = (element: XmlElement | undefined): XmlElement[] =>
  element ? element.children.filter((child): child is XmlElement => 'attribs' in child) : [];
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  elements(element).find((one) => localName(one) === name);
export const childValue = (element: XmlElement | undefined, name: string) => attribute(child(element, name), 'val');

/** A switch such as `w:vanish`: null where it is not named. */
export function isOn(element: XmlElement | undefined, name: string): boolean | null {
  const found = child(element, name);
  return found ? !/^(?:0|false|off|none)$/.test(attribute(found, 'val') ?? 'true') : null;
}

export const textOf = (element: XmlElement): string =>
  element.children.map((node) => (node.type === 'text' ? node.data : '')).join('');

/** Every element below, the outermost first. */
export function* descendants(element: XmlElement | undefined): Generator<XmlElement> {
  for (const one of elements(element)) {
    yield one;
    yield* descendants(one);
  }
}
