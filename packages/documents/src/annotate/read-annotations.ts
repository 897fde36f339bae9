import { type Cheerio, load } from 'cheerio/slim';
import { strFromU8 } from 'fflate';
import { DocumentError } from '../document-error.ts';
import { zipContents } from '../zip-contents.ts';

interface Signed {
  author: string;
  date: string;
  text: string;
}

export interface ReadAnnotations {
  /** `quoted`: the words it is on as they were before the revisions, or as they are after them where there were none. */
  comments: (Signed & { quoted: string })[];
  /** Stretches of one revision; a paragraph put in or taken out shows as \n. */
  insertions: Signed[];
  deletions: Signed[];
  /** The body, a paragraph a line, with every revision accepted, and with none. */
  acceptedText: string;
  originalText: string;
}

type Page = ReturnType<typeof load>;
type Contained<Selection> = Selection extends Cheerio<infer Item> ? Item : never;
type Root = Contained<ReturnType<Page['root']>>;
type Item = Root['children'][number];

/** Which texts a stretch belongs to: text put in is not in the original, text taken out not in the accepted one. */
interface State {
  added: boolean;
  removed: boolean;
  revisions: Signed[];
}

/** Reads the comments and tracked changes of a Word document whoever made them. */
export function readAnnotations(docx: Uint8Array): ReadAnnotations {
  const parts = zipContents(docx, (name) => /^word\/(?:document|comments)\d*\.xml$/.test(name));
  const part = (kind: string) => Object.entries(parts).find(([name]) => name.startsWith(`word/${kind}`))?.[1];
  const main = part('document');
  if (!main) throw new DocumentError('corrupt', '文件不是 Word 文档（缺少正文部分）');
  const comments = part('comments');
  const body = readBody(load(strFromU8(main), { xml: true }));
  return {
    ...body.read,
    comments: comments ? readComments(load(strFromU8(comments), { xml: true }), body.quoted) : [],
  };
}

function readComments(page: Page, quoted: (id: string) => string): ReadAnnotations['comments'] {
  return page('w\\:comment')
    .toArray()
    .map((comment) => {
      const lines = page(comment)
        .find('w\\:p')
        .toArray()
        .map((line) => page(line).find('w\\:t').text());
      const id = page(comment).attr('w:id') ?? '';
      return { ...signature(page, comment), text: lines.join('\n'), quoted: quoted(id) };
    });
}

const signature = (page: Page, item: Item): Signed => ({
  author: page(item).attr('w:author') ?? '',
  date: page(item).attr('w:date') ?? '',
  text: '',
});

function readBody(page: Page) {
  const texts = { accepted: '', original: '' };
  const insertions: Signed[] = [];
  const deletions: Signed[] = [];
  const ranges = new Map<string, { accepted: number; original: number; quoted?: string }>();
  const fields: boolean[] = [];

  const say = (text: string, { added, removed, revisions }: State) => {
    if (!removed) texts.accepted += text;
    if (!added) texts.original += text;
    for (const revision of revisions) revision.text += text;
  };

  const walk = (item: Item, state: State): void => {
    const name = 'name' in item ? item.name : '';
    const children = (inner = state) => {
      if ('children' in item) for (const child of item.children) walk(child, inner);
    };
    const id = () => page(item).attr('w:id') ?? '';
    switch (name) {
      case 'w:p':
        paragraph(item, state, children);
        return;
      case 'w:t':
      case 'w:delText':
        if (!fields.includes(false)) say(page(item).text(), state);
        return;
      case 'w:tab':
        if (page(item).parent().is('w\\:r')) say('\t', state);
        return;
      case 'w:br':
      case 'w:cr':
        if (!/^(?:page|column)$/.test(page(item).attr('w:type') ?? '')) say('\n', state);
        return;
      case 'w:ins':
      case 'w:moveTo':
        children({ ...state, added: true, revisions: [...state.revisions, opened(insertions, item)] });
        return;
      case 'w:del':
      case 'w:moveFrom':
        children({ ...state, removed: true, revisions: [...state.revisions, opened(deletions, item)] });
        return;
      case 'w:fldChar': {
        const type = page(item).attr('w:fldCharType');
        if (type === 'begin') fields.push(false);
        else if (type === 'separate') fields.splice(-1, 1, true);
        else fields.pop();
        return;
      }
      case 'w:commentRangeStart':
        ranges.set(id(), { accepted: texts.accepted.length, original: texts.original.length });
        return;
      case 'w:commentRangeEnd': {
        const from = ranges.get(id());
        if (from) from.quoted = texts.original.slice(from.original) || texts.accepted.slice(from.accepted);
        return;
      }
      case 'w:pPr':
      case 'w:rPr':
      case 'w:instrText':
      case 'w:txbxContent':
      case 'mc:AlternateContent':
        return;
      default:
        children();
    }
  };

  const opened = (list: Signed[], item: Item): Signed => {
    const revision = signature(page, item);
    list.push(revision);
    return revision;
  };

  const paragraph = (item: Item, state: State, children: () => void) => {
    children();
    const mark = page(item).children('w\\:pPr').children('w\\:rPr');
    const added = mark.children('w\\:ins').toArray()[0];
    const removed = mark.children('w\\:del').toArray()[0];
    const ending = { added: state.added || added !== undefined, removed: state.removed || removed !== undefined };
    say('\n', { ...ending, revisions: [] });
    if (added) opened(insertions, added).text = '\n';
    if (removed) opened(deletions, removed).text = '\n';
  };

  const root = page('w\\:body').toArray()[0];
  if (root) walk(root, { added: false, removed: false, revisions: [] });
  const last = (text: string) => text.replace(/\n$/, '');
  return {
    read: { insertions, deletions, acceptedText: last(texts.accepted), originalText: last(texts.original) },
    quoted: (id: string) => ranges.get(id)?.quoted ?? '',
  };
}
