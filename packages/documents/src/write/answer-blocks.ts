import { fromMarkdown } from 'mdast-util-from-markdown';
import { DocumentError } from '../document-error.ts';
import { printable } from './printable.ts';

/** A run of text in one face; a \n in it is the end of a line within its paragraph. */
export interface Span {
  text: string;
  bold: boolean;
  italic: boolean;
}

export type Block =
  /** `level` 1 is the highest that the text uses. */
  | { kind: 'heading'; level: number; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'rule' };

type Root = ReturnType<typeof fromMarkdown>;
type MarkdownNode = Root | Root['children'][number];
type Face = Omit<Span, 'text'>;

const maxCharacters = 1_200_000;
/** Beyond these the parser's time grows with the square: a text so full of marks was not written by hand. */
const maxParsedCharacters = 200_000;
const maxMarks = 3000;
const maxDepth = 9;

/** HTML, link definitions and indented code are words like any other: nothing of a text may vanish or act. */
const extensions = [{ disable: { null: ['htmlFlow', 'htmlText', 'definition', 'codeIndented'] } }];

/** Parses an answer; exported for what must know where its blocks lie. */
export const parseMarkdown = (text: string) => fromMarkdown(text, { extensions });

/**
 * The blocks of a Markdown text, free of characters that XML forbids. What is too long or too intricate to be parsed in
 * good time is shown line by line as it was written. Throws `DocumentError` `too-large` beyond 1.2 million characters.
 */
export function answerBlocks(markdown: string): Block[] {
  if (markdown.length > maxCharacters) {
    throw new DocumentError(
      'too-large',
      `答复有 ${markdown.length} 个字符，超过 ${maxCharacters} 的上限，请缩短后再导出`,
    );
  }
  const text = printable(markdown);
  if (isIntricate(text)) return plainBlocks(text);
  const { children } = parseMarkdown(text);
  const highest = Math.min(...children.flatMap((node) => (node.type === 'heading' ? [node.depth] : [])));
  return children.flatMap((node) => toBlocks(node, { highest, depth: 0 }));
}

/** The words of blocks, in order, without marks of any kind; blocks and lines end with \n. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'quote') return blocksText(block.blocks);
      if (block.kind === 'list') return block.items.map(blocksText).join('');
      if (block.kind === 'rule') return '';
      return `${block.spans.map(({ text }) => text).join('')}\n`;
    })
    .join('');
}

export function isIntricate(text: string): boolean {
  if (text.length > maxParsedCharacters) return true;
  const marks = [/[*_]+/g, /[[\]]/g, /`+/g].map((mark) => text.match(mark)?.length ?? 0);
  return [...marks, containerChanges(text)].some((count) => count > maxMarks) || /^[ \t>*+\-\d.)]{200}/m.test(text);
}

/** How often a line opens or leaves a list or a quotation. */
function containerChanges(text: string): number {
  let changes = 0;
  let before = '';
  for (const line of text.split('\n')) {
    const mark = /^[ \t]*(?:\d+)?([>*+\-.)])/.exec(line)?.[1] ?? '';
    if (mark !== before) changes += 1;
    before = mark;
  }
  return changes;
}

const plainBlocks = (text: string): Block[] =>
  text
    .split(/\n[ \t]*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', spans: [{ text: part.trim(), bold: false, italic: false }] }));

type Place = { highest: number; depth: number };

function toBlocks(node: MarkdownNode, place: Place): Block[] {
  const inner = { ...place, depth: place.depth + 1 };
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: Math.max(1, node.depth - place.highest + 1), spans: spansOf(node) }];
    case 'paragraph':
      return [{ kind: 'paragraph', spans: spansOf(node) }];
    case 'code':
      return [{ kind: 'paragraph', spans: [plain(node.value)] }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    case 'blockquote': {
      const blocks = node.children.flatMap((child) => toBlocks(child, inner));
      return place.depth >= maxDepth ? blocks : [{ kind: 'quote', blocks }];
    }
    case 'list': {
      const items = node.children.map((item) => item.children.flatMap((child) => toBlocks(child, inner)));
      if (place.depth >= maxDepth) return items.flat();
      return [{ kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, items }];
    }
    default: {
      const spans = spansOf(node);
      return spans.length === 0 ? [] : [{ kind: 'paragraph', spans }];
    }
  }
}

const plain = (text: string): Span => ({ text: printable(text), bold: false, italic: false });

function spansOf(node: MarkdownNode, face: Face = { bold: false, italic: false }): Span[] {
  const of = (text: string): Span => ({ text: printable(text), ...face });
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
      return [of(node.value)];
    case 'break':
      return [of('\n')];
    case 'image':
      // A picture would be fetched from wherever it points to.
      return [of(node.alt ?? '')];
    case 'strong':
      return node.children.flatMap((child) => spansOf(child, { ...face, bold: true }));
    case 'emphasis':
      return node.children.flatMap((child) => spansOf(child, { ...face, italic: true }));
    case 'link': {
      const shown = node.children.flatMap((child) => spansOf(child, face));
      const isKnown = shown.some(({ text }) => text === node.url || `mailto:${text}` === node.url);
      // On paper an address must be read; one that could act is no address.
      return isKnown || !/^(?:https?|mailto):/i.test(node.url) ? shown : [...shown, of(`（${node.url}）`)];
    }
    default:
      return 'children' in node ? node.children.flatMap((child) => spansOf(child, face)) : [];
  }
}
