import { AlignmentType, BorderStyle, type IStylesOptions, LineRuleType } from 'docx';

const face = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
});
/** The faces of official papers: body, title of an answer, headings and labels, title of a document. */
export const faces = {
  fang: face('仿宋'),
  song: face('宋体'),
  hei: face('黑体'),
  title: face('方正小标宋简体'),
};

const black = '000000';
const lines = { line: 520, lineRule: LineRuleType.AT_LEAST };
/** Sizes in half points: 二号 44, 三号 32, 四号 28, 小四 24, 小五 18. */
const heading = (size: number) => ({
  run: { font: faces.hei, size, bold: true, color: black },
  paragraph: { spacing: { before: 240, after: 120, ...lines }, keepNext: true },
});

/** A4 in twentieths of a point, with the margins of official papers (37, 26, 35 and 28 mm). */
export const answerPage = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 2098, right: 1474, bottom: 1984, left: 1588, header: 1000, footer: 1000 },
};

const bordered = { style: BorderStyle.SINGLE, size: 6, space: 4, color: black };

export const answerStyles: IStylesOptions = {
  default: {
    document: { run: { font: faces.fang, size: 28, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } },
    title: {
      run: { font: faces.song, size: 44, bold: true, color: black },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
    },
    heading1: heading(32),
    heading2: heading(28),
    heading3: heading(28),
    heading4: heading(28),
    heading5: heading(28),
    heading6: heading(28),
  },
  paragraphStyles: [
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      paragraph: { spacing: lines, indent: { firstLineChars: 200, firstLine: 560 }, alignment: AlignmentType.BOTH },
    },
    { id: 'ListItem', name: 'List Item', basedOn: 'Normal', paragraph: { spacing: lines } },
    {
      id: 'Quotation',
      name: 'Quotation',
      basedOn: 'Normal',
      run: { font: faces.song, size: 24 },
      paragraph: {
        spacing: { line: 440, lineRule: LineRuleType.AT_LEAST },
        indent: { left: 480, right: 240 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: '999999' } },
      },
    },
    {
      id: 'Label',
      name: 'Label',
      basedOn: 'Normal',
      run: { font: faces.hei, size: 24 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 200, after: 200 },
        border: { top: bordered, bottom: bordered, left: bordered, right: bordered },
      },
    },
    {
      id: 'LabelSmall',
      name: 'Label Small',
      basedOn: 'Normal',
      run: { font: faces.song, size: 18 },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: 'Particulars',
      name: 'Particulars',
      basedOn: 'Normal',
      run: { font: faces.fang, size: 24 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 60 } },
    },
  ],
};
