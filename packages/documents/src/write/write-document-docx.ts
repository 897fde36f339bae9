import { Document, Footer, Header, Packer, Paragraph, TextRun } from 'docx';
import type { DocumentBlock } from '../templates/document-tree.ts';
import { documentStyles, styleOf } from './document-styles.ts';
import { pageNumbers, runs, withFixedMoments } from './docx-parts.ts';
import { answerPage } from './docx-styles.ts';
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
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children: [...tree.blocks.map(paragraphOf), ...noticeOf(tree.notice)],
      },
    ],
  });
  return withFixedMoments(await Packer.toBuffer(file), approval?.at ?? writtenAt);
}

const paragraphOf = ({ kind, spans }: DocumentBlock) =>
  new Paragraph({
    style: styleOf(kind),
    children: spans.map(
      ({ text, missing }) => new TextRun({ text: printable(text), ...(missing ? { bold: true } : {}) }),
    ),
  });

/** A page of its own, so that it can be taken away. */
const noticeOf = (notice: readonly string[]) =>
  notice.length === 0
    ? []
    : [
        new Paragraph({
          style: 'Label',
          pageBreakBefore: true,
          children: runs('使用说明（本页不提交、不随文书送出）'),
        }),
        ...notice.map(
          (text, at) => new Paragraph({ style: styleOf('item'), children: runs(printable(`${at + 1}．${text}`)) }),
        ),
      ];
