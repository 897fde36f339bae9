import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  Packer,
  Paragraph,
  type TextRun,
} from 'docx';
import type { WritableAnswer } from './answer.ts';
import { answerBlocks, type Block, type Span } from './answer-blocks.ts';
import { answerHead } from './answer-head.ts';
import { pageNumbers, runs, withFixedMoments } from './docx-parts.ts';
import { answerPage, answerStyles, faces } from './docx-styles.ts';
import { explicitLabel, implicitLabel } from './labels.ts';

type ListLevel = { reference: string; level: number; ordered: boolean; start: number };
type Place = { quoted: boolean; depth: number };
/** The library's time grows with the square of their number. */
const maxLists = 500;

/** What a paragraph has from where it stands: a number, and what it introduces and must not be parted from. */
type Marked = { numbering: { reference: string; level: number }; keepNext: true };

/**
 * A Word document on A4 with the label at the head, at the end and atop every page, and the implicit label as the custom
 * property `AIGC`. The same answer gives the same bytes.
 */
export async function writeAnswerDocx(answer: WritableAnswer): Promise<Uint8Array> {
  const { title, lines } = answerHead(answer);
  const label = explicitLabel(answer);
  const lists: ListLevel[] = [];
  const body = answerBlocks(answer.text).flatMap((block, at, all) =>
    paragraphsOf(block, { quoted: false, depth: 0 }, lists, introduces(all[at + 1]) ? { keepNext: true } : {}),
  );
  const implicit = implicitLabel(answer);
  const document = new Document({
    title: `${title}${answer.number === null ? '' : ` ${answer.number}`}`,
    creator: '律台',
    lastModifiedBy: '律台',
    description: label,
    customProperties: [
      ...(implicit === null ? [] : [{ name: 'AIGC', value: JSON.stringify(implicit) }]),
      { name: '核准状态', value: label },
      { name: '内容哈希', value: answer.contentHash },
    ],
    styles: answerStyles,
    numbering: { config: lists.map(numberingOf) },
    sections: [
      {
        properties: { page: answerPage },
        headers: { default: new Header({ children: [new Paragraph({ style: 'LabelSmall', children: runs(label) })] }) },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children: [
          new Paragraph({ style: 'Title', children: runs(title) }),
          ...lines.map((line) => new Paragraph({ style: 'Particulars', children: runs(line) })),
          labelParagraph(label),
          ...body,
          labelParagraph(label),
        ],
      },
    ],
  });
  return withFixedMoments(await Packer.toBuffer(document), answer.approval?.at ?? answer.writtenAt);
}

const introduces = (next: Block | undefined) => next?.kind === 'quote' || next?.kind === 'list';

const labelParagraph = (label: string) => new Paragraph({ style: 'Label', children: runs(label) });

function paragraphsOf(block: Block, place: Place, lists: ListLevel[], marked: Partial<Marked> = {}): Paragraph[] {
  switch (block.kind) {
    case 'rule':
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: '999999' } } })];
    case 'heading':
      return [
        new Paragraph({ style: `Heading${Math.min(block.level, 6)}`, ...marked, children: spanRuns(block.spans) }),
      ];
    case 'paragraph':
      return [new Paragraph({ ...lookOf(place, marked), children: spanRuns(block.spans) })];
    case 'quote':
      return withMark(block.blocks, { ...place, quoted: true }, lists, marked);
    case 'list': {
      if (lists.length >= maxLists)
        return numberedByHand(block).flatMap((item) => withMark(item, deeper(place), lists, {}));
      const level = { reference: `list-${lists.length}`, level: Math.min(place.depth, 8), ...block };
      lists.push(level);
      const numbering = { reference: level.reference, level: level.level };
      return block.items.flatMap((item) => withMark(item, deeper(place), lists, { numbering }));
    }
  }
}

const deeper = (place: Place): Place => ({ ...place, depth: place.depth + 1 });

/** The items of a list with their numbers as words. */
const numberedByHand = ({ ordered, start, items }: Extract<Block, { kind: 'list' }>): Block[][] =>
  items.map((item, at) => {
    const number: Span = { text: ordered ? `${start + at}. ` : '• ', bold: false, italic: false };
    const [first, ...rest] = item;
    if (first?.kind === 'paragraph') return [{ ...first, spans: [number, ...first.spans] }, ...rest];
    return [{ kind: 'paragraph', spans: [number] }, ...item];
  });

/** The first paragraph of an item bears its number; what follows stands under it. */
function withMark(blocks: readonly Block[], place: Place, lists: ListLevel[], marked: Partial<Marked>): Paragraph[] {
  const [first, ...rest] = blocks;
  if (first === undefined) return marked.numbering ? [new Paragraph({ ...lookOf(place, marked) })] : [];
  const opening =
    first.kind === 'list' && marked.numbering
      ? [new Paragraph({ ...lookOf(place, marked) }), ...paragraphsOf(first, place, lists)]
      : paragraphsOf(first, place, lists, marked);
  return [...opening, ...rest.flatMap((block) => paragraphsOf(block, place, lists))];
}

/** A quotation is set off and in another face; a plain paragraph opens with two empty squares, as Chinese prose does. */
function lookOf({ quoted, depth }: Place, marked: Partial<Marked>): IParagraphOptions {
  const look = { style: quoted ? 'Quotation' : depth > 0 ? 'ListItem' : 'BodyText', ...marked };
  return depth === 0 || marked.numbering
    ? look
    : { ...look, indent: { left: 480 * depth + (quoted ? 480 : 0), firstLine: 0 } };
}

const numberingOf = ({ reference, level, ordered, start }: ListLevel) => ({
  reference,
  levels: Array.from({ length: level + 1 }, (_, at) => ({
    level: at,
    format: ordered ? ('decimal' as const) : ('bullet' as const),
    text: ordered ? `%${at + 1}.` : '•',
    start: at === level ? start : 1,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 480 * (at + 1), hanging: 480 } } },
  })),
});

/** What is not set is left to the style: a heading is bold by it. */
const spanRuns = (spans: readonly Span[]): TextRun[] =>
  spans.flatMap(({ text, bold, italic }) =>
    runs(text, { ...(bold ? { bold, font: faces.hei } : {}), ...(italic ? { italics: italic } : {}) }),
  );
