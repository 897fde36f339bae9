import { describe, expect, it } from 'vitest';
import { annotateDocx } from './annotate-docx.ts';
import type { Annotation } from './annotation.ts';
import { readAnnotations } from './read-annotations.ts';
import { lines, paragraph, run, wordFile, xmlOf } from './testing/word-file.ts';

const by = { author: '王敏', date: new Date('2026-11-23T08:00:00Z') };
const change = (text: string, action: 'replace' | 'delete' | 'insert-after', put?: string): Annotation => ({
  quote: { text },
  comment: '意见',
  change: { action, ...(put === undefined ? {} : { text: put }) },
});

function annotated(body: string, ...notes: Annotation[]) {
  const { docx, unplaced } = annotateDocx(wordFile(body), notes, by);
  return {
    ...readAnnotations(docx),
    xml: xmlOf(docx),
    unplaced: unplaced.map(({ part, reason }) => `${part} ${reason}`),
  };
}

const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const cell = (...texts: string[]) => `<w:tc>${lines(...texts)}</w:tc>`;
const table = (...rows: string[]) => `<w:tbl>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`;

describe('a table', () => {
  it('takes comments and changes within a cell', () => {
    const body = `${lines('合同')}${table(cell('租金') + cell('5000元'), cell('押金') + cell('2000元'))}${lines('尾')}`;
    const read = annotated(body, change('5000', 'replace', '4000'), change('2000元', 'insert-after', '\n退租时退还'));
    expect(read.unplaced).toEqual([]);
    expect(read.acceptedText).toBe('合同\n租金\n4000元\n押金\n2000元\n退租时退还\n尾');
    expect(read.originalText).toBe('合同\n租金\n5000元\n押金\n2000元\n尾');
  });

  it('takes the comment of a quote over several cells in the first, and tells the change', () => {
    const read = annotated(`${table(cell('租金') + cell('5000元'))}${lines('尾')}`, change('租金 5000元', 'delete'));
    expect(read.unplaced).toEqual(['change several-cells']);
    expect(read.comments).toMatchObject([{ quoted: '租金', text: expect.stringContaining('建议删除。') }]);
    expect(read.acceptedText).toBe(read.originalText);
  });
});

describe('a list', () => {
  it('goes on with its numbers in what is put in', () => {
    const item = (text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>${run(text)}</w:p>`;
    const read = annotated(
      item('按时付款；') + item('保持整洁。'),
      change('按时付款；', 'insert-after', '\n不得转租；'),
    );
    expect(read.acceptedText).toBe('按时付款；\n不得转租；\n保持整洁。');
    expect(read.xml.match(/<w:numId w:val="3"\/>/g)).toHaveLength(3);
  });
});

describe('a link', () => {
  it('takes changes within it, and lets what follows it stand outside', () => {
    const link = `<w:hyperlink r:id="r9">${run('附件一')}${run('清单')}</w:hyperlink>`;
    const read = annotated(
      paragraph(run('见'), link, run('。')),
      change('附件一', 'replace', '附件二'),
      change('清单', 'insert-after', '（略）'),
    );
    expect(read.unplaced).toEqual([]);
    expect(read.acceptedText).toBe('见附件二清单（略）。');
    expect(read.xml).toMatch(/<\/w:hyperlink>.*<w:ins [^>]*><w:r><w:t xml:space="preserve">（略）/);
  });
});

describe('a field', () => {
  it('takes a comment on what it shows, and no change', () => {
    const date = `${field('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${field('separate')}${run('2026年')}${field('end')}`;
    const simple = `<w:fldSimple w:instr="PAGE">${run('第5页')}</w:fldSimple>`;
    const read = annotated(
      paragraph(run('签于'), date, run('。'), simple),
      change('签于2026年', 'delete'),
      change('第5页', 'replace', '第6页'),
    );
    expect(read.unplaced).toEqual(['change field', 'change field']);
    expect(read.comments.map(({ quoted }) => quoted)).toEqual(['签于2026年', '第5页']);
    expect(read.acceptedText).toBe('签于2026年。第5页');
  });
});

describe('a content control', () => {
  const control = (properties: string, text: string) =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;

  it('takes changes unless it is locked or has fixed choices', () => {
    const free = annotated(paragraph(run('租期'), control('', '五年')), change('五年', 'replace', '三年'));
    expect([free.acceptedText, free.unplaced]).toEqual(['租期三年', []]);
    for (const fixed of ['<w:lock w:val="sdtContentLocked"/>', '<w:dropDownList/>', '<w:showingPlcHdr/>']) {
      const read = annotated(paragraph(run('租期'), control(fixed, '五年')), change('五年', 'replace', '三年'));
      expect([read.acceptedText, read.unplaced]).toEqual(['租期五年', ['change content-control']]);
    }
  });
});

describe('what is not the running text', () => {
  it('is named as the reason', () => {
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${lines('框内的字')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const read = annotated(
      paragraph(run('正文'), box),
      change('框内的字', 'delete'),
      change('没有的字', 'delete'),
      change(' \n', 'delete'),
      change('正文', 'delete'),
    );
    expect(read.unplaced).toEqual(['note outside-body', 'note not-found', 'note empty-quote']);
    expect(read.acceptedText).toBe('');
    expect(read.xml).toContain('框内的字');
  });

  it('stays where it is when the words around it go', () => {
    const mark = '<w:r><w:t>付款</w:t><w:footnoteReference w:id="2"/><w:t>之后</w:t></w:r>';
    const read = annotated(paragraph(run('甲方'), mark, run('交房。')), change('甲方付款之后', 'delete'));
    expect(read.acceptedText).toBe('交房。');
    expect(read.xml).toMatch(/<\/w:del><w:r><w:footnoteReference w:id="2"\/><\/w:r><w:del /);
  });
});

describe('revisions that are there', () => {
  const signed = 'w:author="张三" w:date="2026-01-01T00:00:00Z"';

  it('are read as accepted; what is taken out of what was put in keeps both', () => {
    const body = paragraph(run('租金'), `<w:ins w:id="1" ${signed}>${run('每月五千元')}</w:ins>`, run('整。'));
    const read = annotated(body, change('五千', 'replace', '四千'));
    expect(read.acceptedText).toBe('租金每月四千元整。');
    expect(read.originalText).toBe('租金整。');
    const signedTexts = (list: { author: string; text: string }[]) =>
      list.map(({ author, text }) => `${author}${text}`);
    expect(signedTexts(read.insertions)).toEqual(['张三每月', '张三五千', '王敏四千', '张三元']);
    expect(signedTexts(read.deletions)).toEqual(['王敏五千']);
  });

  it('that move text take comments alone', () => {
    const moved = `<w:moveTo w:id="1" ${signed}>${run('甲方付款。')}</w:moveTo>`;
    expect(annotated(paragraph(moved), change('甲方', 'replace', '乙方')).unplaced).toEqual(['change moved-text']);
  });
});

describe('sections', () => {
  it('are not joined by a deletion', () => {
    const end = `<w:p><w:pPr><w:sectPr/></w:pPr>${run('第一部分。')}</w:p>`;
    const read = annotated(
      end + lines('第二部分。'),
      change('第一部分。\n第二部分。', 'delete'),
      change('第一部分。', 'delete'),
    );
    expect(read.unplaced).toEqual(['change section-break']);
    expect(read.acceptedText).toBe('\n第二部分。');
    expect(read.xml.match(/<w:sectPr/g)).toHaveLength(1);
  });
});
