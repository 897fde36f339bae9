import path from 'node:path';
import { DocumentError } from '../../document-error.ts';
import { zipContents } from '../../zip-contents.ts';
import { maxBodyBytes, quote, saveAsDocx, tooBig } from '../sent-file.ts';
import { attribute, elements, parseXml, type XmlElement } from './xml.ts';

export interface Package {
  body: XmlElement;
  /** The part that the body names by this kind of relationship (styles, numbering, footnotes …). */
  part(kind: string): XmlElement | null;
  names: string[];
  notices: string[];
}

/** Opens the checked parts of a Word file; nothing that it points to outside itself is ever fetched. */
export function openPackage(bytes: Uint8Array): Package {
  const names: string[] = [];
  const parts = zipContents(bytes, (name) => {
    names.push(name);
    return /\.(?:xml|rels)$/i.test(name);
  });
  refuseNames(names);
  const read = (name: string) => {
    const part = parts[name];
    if (!part) return null;
    if (part.length > maxBodyBytes) throw tooBig(part.length, maxBodyBytes);
    return parseXml(part, name);
  };
  const main = target(relationships(read('_rels/.rels')), 'officeDocument', '') ?? 'word/document.xml';
  const types = parts['[Content_Types].xml'];
  if (types && /macroEnabled/i.test(Buffer.from(types).toString('utf8'))) throw macros('[Content_Types].xml');
  const root = read(main);
  const body = root && elements(root).find(({ name }) => name.endsWith('body'));
  if (!body) throw new DocumentError('corrupt', '文件不是 Word 文档，或正文已损坏');
  const folder = path.posix.dirname(main);
  const links = relationships(read(`${folder}/_rels/${path.posix.basename(main)}.rels`));
  return {
    body,
    names,
    notices: outsideNotices(
      Object.keys(parts)
        .filter((name) => name.endsWith('.rels'))
        .map((name) => [name, relationships(read(name))]),
    ),
    part: (kind) => {
      const name = target(links, kind, folder);
      return name ? read(name) : null;
    },
  };
}

const macros = (where: string) =>
  new DocumentError('hostile', `Word 文档带有宏（${where}），已拒绝；${saveAsDocx}（.docx 不含宏）`);

function refuseNames(names: readonly string[]): void {
  const strange = names.find((name) => /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name));
  if (strange !== undefined) {
    throw new DocumentError('hostile', `压缩包里有越出目录的路径 ${quote(strange)}，已拒绝`);
  }
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) {
      throw new DocumentError('hostile', `压缩包里有两个同名的部分 ${quote(name)}，读到的可能不是看到的，已拒绝`);
    }
    seen.add(name.toLowerCase());
  }
  const macro = names.find((name) => /(?:vbaProject|vbaData)[^/]*$/i.test(name));
  if (macro) throw macros(macro);
}

const relationships = (root: XmlElement | null): XmlElement[] => elements(root ?? undefined);
const kindOf = (link: XmlElement) => (attribute(link, 'Type') ?? '').split('/').at(-1) ?? '';
const isOutside = (link: XmlElement) => attribute(link, 'TargetMode')?.toLowerCase() === 'external';

function target(links: readonly XmlElement[], kind: string, folder: string): string | null {
  const found = links.find((link) => kindOf(link) === kind && !isOutside(link));
  const to = attribute(found, 'Target');
  if (to === undefined) return null;
  return to.startsWith('/') ? to.slice(1) : path.posix.join(folder, to);
}

const harmful: Record<string, string> = {
  attachedTemplate: '远程模板',
  oleObject: '远程对象',
  frame: '远程框架',
  subDocument: '远程子文档',
  aFChunk: '远程片段',
};

function outsideNotices(all: readonly (readonly [string, XmlElement[]])[]): string[] {
  const notices: string[] = [];
  for (const [name, links] of all) {
    for (const link of links.filter(isOutside)) {
      const kind = kindOf(link);
      const to = attribute(link, 'Target') ?? '';
      // A template on the writer's own disk is what every office leaves behind; it is not read and cannot be reached.
      const isLocal = kind === 'attachedTemplate' && /^(?:file:\/\/\/)?(?:[a-z]:|[^:\\/]+\.dot)/i.test(to);
      if (harmful[kind] && !isLocal) {
        throw new DocumentError(
          'hostile',
          `Word 文档引用${harmful[kind]} ${quote(to)}（${name}），疑似远程注入，已拒绝；${saveAsDocx}`,
        );
      }
      if (kind === 'image') notices.push(`文件里有外部图片 ${quote(to)}，没有去取`);
    }
  }
  return notices.slice(0, 5);
}
