import { type Cheerio, load } from 'cheerio/slim';
import { DocumentError } from './document-error.ts';
import type { DocumentLine } from './law-structure.ts';

const words = (list: string) => new Set(list.split(' '));
const ignored = words(
  'script style noscript template iframe object svg math head nav footer form button select input textarea img audio video',
);
const blocks = words(
  'address article aside blockquote body br caption center dd div dl dt figcaption figure fieldset h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead tr ul',
);
const unclosed = words(
  'area base br col embed hr img input link meta param source track wbr p li dd dt option tr td th tbody thead tfoot',
);

/** A page of law nests some dozens deep; the parser's time grows with the square of the depth. */
const maxDepth = 1000;
const maxTags = 500_000;

type Contained<Selection> = Selection extends Cheerio<infer Item> ? Item : never;
type Root = Contained<ReturnType<ReturnType<typeof load>['root']>>;
type Node = Root | Root['children'][number];

/** The visible lines of a page, with heading levels. */
export function htmlLines(html: string): DocumentLine[] {
  refuseMonsters(html);
  const page = load(html);
  const all = linesBelow(page.root().toArray());
  const main = linesBelow(page('article, main, #content, .content').slice(0, 1).toArray());
  // Menus and side columns go, unless what is marked as the content holds less than half of the words.
  const lines = length(main) > length(all) / 2 ? main : all;
  if (lines.length === 0) throw new DocumentError('no-text', '文件里没有正文文字');
  return lines;
}

const length = (lines: DocumentLine[]) => lines.reduce((sum, { text }) => sum + text.length, 0);

/** Walks with a stack of its own, so that deep nesting cannot exhaust the call stack. */
function linesBelow(roots: Node[]): DocumentLine[] {
  const lines: DocumentLine[] = [];
  let text = '';
  let level: number | null = null;
  const endLine = () => {
    const line = text.replace(/[\s\u3000]+/g, ' ').trim();
    if (line !== '') lines.push({ text: line, level });
    text = '';
  };
  const stack: ({ node: Node } | { outerLevel: number | null })[] = roots.toReversed().map((node) => ({ node }));
  for (let step = stack.pop(); step; step = stack.pop()) {
    if ('outerLevel' in step) {
      endLine();
      level = step.outerLevel;
      continue;
    }
    const { node } = step;
    if (node.type === 'text') text += node.data;
    if (!('children' in node)) continue;
    const name = 'name' in node ? node.name : '';
    if (ignored.has(name)) continue;
    // Cells of one row stay on one line.
    if (name === 'td' || name === 'th') text += ' ';
    else if (blocks.has(name)) {
      endLine();
      stack.push({ outerLevel: level });
      const heading = /^h([1-6])$/.exec(name)?.[1];
      if (heading) level = Number(heading);
    }
    for (const child of node.children.toReversed()) stack.push({ node: child });
  }
  endLine();
  return lines;
}

/** Throws `DocumentError` for a page whose nesting or number of tags would exhaust the parser. */
export function refuseMonsters(html: string): void {
  let depth = 0;
  let tags = 0;
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (!unclosed.has(name?.toLowerCase() ?? '')) depth = Math.max(0, depth + (close ? -1 : 1));
    if (depth > maxDepth || ++tags > maxTags) {
      throw new DocumentError('corrupt', '网页结构异常（嵌套过深或标签过多），已拒绝');
    }
  }
}
