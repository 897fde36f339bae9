import { AlignmentType, type IParagraphStyle, type IRunStyle, type IStylesOptions, LineRuleType } from 'docx';
import type { BlockKind, DocumentLayout } from '../templates/document-tree.ts';
import { answerStyles, faces } from './docx-styles.ts';

const black = '000000';
/** Half points: papers for courts and authorities are in 三号, contracts and letters in 小四. */
const bodySizes: Record<DocumentLayout, number> = { court: 32, contract: 24, letter: 28 };
/** Twentieths of a point from line to line. */
const lineHeights: Record<DocumentLayout, number> = { court: 560, contract: 440, letter: 520 };

/** 诉讼请求 → id and name of its style in the file. */
export const styleOf = (kind: BlockKind): string => `Document${kind[0]?.toUpperCase()}${kind.slice(1)}`;

interface Look {
  run?: IRunStyle;
  paragraph: IParagraphStyle;
}

/** The styles of a document by the kinds of its blocks, and the label's styles of answers. */
export function documentStyles(layout: DocumentLayout): IStylesOptions {
  const size = bodySizes[layout];
  const spacing = { line: lineHeights[layout], lineRule: LineRuleType.AT_LEAST };
  const indented = { firstLineChars: 200, firstLine: size * 20 };
  // Not justified: a line before a long number (账号) would be drawn apart.
  const body: Look = { paragraph: { spacing, indent: indented } };
  const flush: Look = { paragraph: { spacing } };
  const bold = { font: faces.hei, bold: true };
  const looks: Record<BlockKind, Look> = {
    title: {
      // Not bold: the face is heavy by itself.
      run: { font: faces.title, size: 44, color: black },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 360 }, keepNext: true },
    },
    subtitle: { paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } } },
    heading: { run: bold, paragraph: { spacing: { ...spacing, before: 120 }, indent: indented, keepNext: true } },
    section: { run: bold, paragraph: { spacing: { ...spacing, before: 80 }, indent: indented, keepNext: true } },
    article: { run: bold, paragraph: { spacing: { ...spacing, before: 120 }, indent: indented, keepNext: true } },
    item: body,
    paragraph: body,
    line: flush,
    party: layout === 'contract' ? flush : body,
    greeting: { paragraph: { spacing: { ...spacing, before: 240 }, indent: indented, keepNext: true } },
    addressee: { paragraph: { spacing, keepNext: true } },
    signature: {
      paragraph: {
        spacing: { ...spacing, before: 240 },
        indent: { left: layout === 'contract' ? 0 : 3400 },
        keepNext: true,
        keepLines: true,
      },
    },
    date: {
      paragraph: {
        spacing: { ...spacing, before: 120, after: 240 },
        ...(layout === 'contract' ? {} : { alignment: AlignmentType.RIGHT, indent: { right: size * 20 } }),
        keepLines: true,
      },
    },
    attachment: { paragraph: { spacing, indent: indented } },
  };
  const own = Object.entries(looks).map(([kind, look]) => ({
    // The keys are those of `looks`.
    id: styleOf(kind as BlockKind),
    name: `Document ${kind}`,
    basedOn: 'Normal',
    ...look,
  }));
  const labels = answerStyles.paragraphStyles.filter(({ id }) => id === 'Label' || id === 'LabelSmall');
  return {
    default: {
      // With Chinese rules for Latin words too, LibreOffice would break a number at the end of a line.
      document: { run: { font: faces.fang, size, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
    },
    paragraphStyles: [...own, ...labels],
  };
}
