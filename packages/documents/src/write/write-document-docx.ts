import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { BlockKind, DocumentBlock } from '../templates/document-tree.ts';
import { documentStyles, styleOf } from './document-styles.ts';
import { runs, withFixedMoments } from './docx-parts.ts';
import { answerPage } from './docx-styles.ts';
import { withFontFallbacks } from './font-fallbacks.ts';
import { explicitLabel, implicitLabel } from './labels.ts';
import { printable } from './printable.ts';
import type { WritableDocument } from './writable-document.ts';

/**
 * A Word document on A4 as courts expect it. Until its approval every page says above the text who made it; a court takes
 * a paper without such words, so that an approved one carries the label, the hash and the approval in its properties alone.
 * Words still missing are bold. The same document gives the same bytes.
 */
export async function writeDocumentDocx(document: WritableDocument): Promise<Uint8Array> {
  const { tree, number, contentHash, approval, writtenAt, toBeSigned = false } = document;
  const label = explicitLabel(document);
  const implicit = implicitLabel(document);
  const header = new Header({ children: [new Paragraph({ style: 'LabelSmall', children: runs(label) })] });
  const file = new Document({
    title: `${tree.title}${number === null ? '' : ` ${number}`}`,
    creator: '律台',
    lastModifiedBy: '律台',
    ...(toBeSigned ? {} : { description: label }),
    customProperties: [
      ...(implicit === null ? [] : [{ name: 'AIGC', value: JSON.stringify(implicit) }]),
      ...(toBeSigned
        ? []
        : [
            { name: '核准状态', value: label },
            { name: '内容哈希', value: contentHash },
          ]),
    ],
    styles: documentStyles(tree.layout),
    sections: [
      {
        properties: { page: answerPage },
        ...(approval === null && !toBeSigned ? { headers: { default: header } } : {}),
        footers: { default: pageNumber() },
        children: tree.blocks.map(paragraphOf),
      },
      ...noticeSection(tree.notice),
    ],
  });
  return withFixedMoments(await Packer.toBuffer(file), approval?.at ?? writtenAt, {
    'word/fontTable.xml': withFontFallbacks,
  });
}

const closing: readonly BlockKind[] = ['greeting', 'addressee', 'signature', 'date'];

/** A page must not hold signatures alone, nor end in 附： or in a point whose grounds, or a list whose sum, are on the next. */
const staysWithNext = ({ kind }: DocumentBlock, next: DocumentBlock | undefined) =>
  next !== undefined &&
  ((closing.includes(next.kind) && !closing.includes(kind)) ||
    (next.kind === 'attachment' && kind === 'line') ||
    (next.kind === 'paragraph' && kind === 'item') ||
    (next.kind === 'line' && kind === 'item'));

const paragraphOf = (block: DocumentBlock, at: number, all: readonly DocumentBlock[]) =>
  new Paragraph({
    style: styleOf(block.kind),
    ...(staysWithNext(block, all[at + 1]) ? { keepNext: true } : {}),
    children: block.spans.map(
      ({ text, missing }) => new TextRun({ text: printable(text), ...(missing ? { bold: true } : {}) }),
    ),
  });

/** — 1 —, without a total: the page of notes is not part of what is handed in. */
const pageNumber = () =>
  new Footer({
    children: [
      new Paragraph({
        style: 'LabelSmall',
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });

/** On a page of its own, so that it can be taken away. */
const noticeSection = (notice: readonly string[]) =>
  notice.length === 0
    ? []
    : [
        {
          properties: { page: answerPage },
          footers: { default: new Footer({ children: [new Paragraph({})] }) },
          children: [
            new Paragraph({ style: 'Label', children: runs('使用说明（本页不提交、不随文书送出）') }),
            ...notice.map(
              (text, at) => new Paragraph({ style: styleOf('item'), children: runs(printable(`${at + 1}．${text}`)) }),
            ),
          ],
        },
      ];
