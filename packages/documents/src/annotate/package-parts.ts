import { zipSync } from 'fflate';
import { DocumentError } from '../document-error.ts';
import { zipContents } from '../zip-contents.ts';
import { append, attribute, elements, newElement, parseXml, type XmlElement, type XmlPart } from './xml-tree.ts';

const transitional = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';
const packageRelations = `${transitional}/package/2006/relationships`;
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An unpacked Word document; `parts` are bytes by name, `main` the tree of the part that holds the text. */
export interface WordPackage {
  parts: Record<string, Uint8Array>;
  mainName: string;
  main: XmlPart;
  body: XmlElement;
  /** The namespaces of ISO strict, else those that Word writes. */
  strict: boolean;
}

/** Throws `corrupt` or `unsupported` for what is no Word document, or one whose elements go by another prefix than w. */
export function openPackage(docx: Uint8Array): WordPackage {
  const unpacked = zipContents(docx, (name) => !name.endsWith('/'));
  const parts: Record<string, Uint8Array> = Object.assign(Object.create(null), unpacked);
  const mainName =
    relations(parts, '').find(({ type }) => type.endsWith('/officeDocument'))?.part ?? 'word/document.xml';
  const bytes = parts[mainName];
  if (!bytes) throw new DocumentError('corrupt', '文件不是 Word 文档（缺少正文部分）');
  const main = parseXml(bytes, mainName);
  const namespace = attribute(main.root, 'xmlns:w') ?? '';
  const body = elements(main.root).find(({ name }) => name === 'w:body');
  if (main.root.name !== 'w:document' || !body) {
    throw new DocumentError('unsupported', 'Word 文档的正文写法不常见；请用 Word 或 WPS 另存一次后再上传');
  }
  return { parts, mainName, main, body, strict: namespace.startsWith(strict) };
}

/** What was not set anew comes out byte for byte; the same package gives the same archive. */
export function packPackage({ parts, mainName, main }: WordPackage): Uint8Array {
  const { '[Content_Types].xml': types, ...others } = { ...parts, [mainName]: main.bytes() };
  const files = { ...(types ? { '[Content_Types].xml': types } : {}), ...others };
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}

interface Relation {
  type: string;
  part: string;
}

const relationsName = (part: string) => part.replace(/[^/]*$/, (file) => `_rels/${file}.rels`);

function relations(parts: Record<string, Uint8Array>, from: string): Relation[] {
  const name = relationsName(from);
  const bytes = parts[name];
  if (!bytes) return [];
  return elements(parseXml(bytes, name).root)
    .filter((relation) => attribute(relation, 'TargetMode') !== 'External')
    .map((relation) => ({
      type: attribute(relation, 'Type') ?? '',
      part: resolved(from, attribute(relation, 'Target') ?? ''),
    }));
}

const resolved = (from: string, target: string): string =>
  new URL(target, `file:///${encodeURI(from)}`).pathname.slice(1).split('/').map(decodeURIComponent).join('/');

/** The names of the parts that the text refers to as `kind` ('comments', 'header', 'footnotes' …). */
export const partsOfKind = ({ parts, mainName }: WordPackage, kind: string): string[] =>
  relations(parts, mainName)
    .filter(({ type, part }) => type.endsWith(`/${kind}`) && parts[part])
    .map(({ part }) => part);

/** The part with the comments, made and declared where the document has none; `save` writes it back. */
export function commentsPart(word: WordPackage): { root: XmlElement; save: () => void } {
  const name = partsOfKind(word, 'comments')[0] ?? addCommentsPart(word);
  const part = parseXml(word.parts[name] ?? new Uint8Array(), name);
  if (part.root.name !== 'w:comments') {
    throw new DocumentError('unsupported', 'Word 文档的批注写法不常见；请用 Word 或 WPS 另存一次后再上传');
  }
  return {
    root: part.root,
    save: () => {
      word.parts[name] = part.bytes();
    },
  };
}

function addCommentsPart(word: WordPackage): string {
  const { parts, mainName } = word;
  const folder = mainName.replace(/[^/]*$/, '');
  const name = folder + freshName('comments', (file) => parts[folder + file] !== undefined);
  const words = word.strict ? `${strict}/wordprocessingml/main` : `${transitional}/wordprocessingml/2006/main`;
  addPart(word, mainName, {
    ...{ name, xml: `<w:comments xmlns:w="${words}"></w:comments>`, kind: 'comments' },
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml',
  });
  return name;
}

function freshName(stem: string, isTaken: (file: string) => boolean): string {
  let file = `${stem}.xml`;
  for (let number = 2; isTaken(file); number++) file = `${stem}${number}.xml`;
  return file;
}

/** The part with the properties that people and programs add, made and declared where there is none. */
export function customProperties(word: WordPackage): { root: XmlElement; valueNamespace: string; save: () => void } {
  const { parts } = word;
  const office = word.strict ? `${strict}/officeDocument` : `${transitional}/officeDocument/2006`;
  const kind = word.strict ? 'customProperties' : 'custom-properties';
  const linked = relations(parts, '').find(({ type, part }) => type.endsWith(`/${kind}`) && parts[part])?.part;
  const name = linked ?? `docProps/${freshName('custom', (file) => parts[`docProps/${file}`] !== undefined)}`;
  if (linked === undefined) {
    addPart(word, '', {
      ...{ name, kind, xml: `<Properties xmlns="${office}/${kind}"></Properties>` },
      contentType: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    });
  }
  const part = parseXml(parts[name] ?? new Uint8Array(), name);
  if (!/(?:^|:)Properties$/.test(part.root.name)) {
    throw new DocumentError('unsupported', 'Word 文档的属性写法不常见；请用 Word 或 WPS 另存一次后再上传');
  }
  return {
    ...{ root: part.root, valueNamespace: `${office}/docPropsVTypes` },
    save: () => {
      parts[name] = part.bytes();
    },
  };
}

/** Adds a part, its content type and the relationship of `from` ('' is the package) to it. */
function addPart(
  { parts, strict: isStrict }: WordPackage,
  from: string,
  { name, xml, kind, contentType }: { name: string; xml: string; kind: string; contentType: string },
): void {
  parts[name] = Buffer.from(`${xmlHead}${xml}`);
  amend(parts, '[Content_Types].xml', (types) =>
    append(types, [
      newElement(types.name.replace(/Types$/, 'Override'), { PartName: `/${name}`, ContentType: contentType }),
    ]),
  );
  const links = relationsName(from);
  parts[links] ??= Buffer.from(`${xmlHead}<Relationships xmlns="${packageRelations}"></Relationships>`);
  amend(parts, links, (relationships) => {
    const taken = new Set(elements(relationships).map((relation) => attribute(relation, 'Id')));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const tag = relationships.name.replace(/Relationships$/, 'Relationship');
    const office = isStrict ? `${strict}/officeDocument` : `${transitional}/officeDocument/2006`;
    const target = name.slice(from.replace(/[^/]*$/, '').length);
    append(relationships, [
      newElement(tag, { Id: `rId${number}`, Type: `${office}/relationships/${kind}`, Target: target }),
    ]);
  });
}

function amend(parts: Record<string, Uint8Array>, name: string, change: (root: XmlElement) => void): void {
  const bytes = parts[name];
  if (!bytes) throw new DocumentError('corrupt', `Word 文档缺少 ${name}`);
  const part = parseXml(bytes, name);
  change(part.root);
  parts[name] = part.bytes();
}
