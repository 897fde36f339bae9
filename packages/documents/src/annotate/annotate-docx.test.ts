import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { annotateDocx } from './annotate-docx.ts';
import type { Annotation, AnnotationAuthor } from './annotation.ts';
import { readAnnotations } from './read-annotations.ts';
import { idsOf, lines, paragraph, partsOf, run, wordFile, xmlOf } from './testing/word-file.ts';

const by: AnnotationAuthor = { author: '王敏', date: new Date('2026-11-23T08:00:00Z') };
const rent = '第三条 租金每月5000元，押一付三。';

const note = (text: string, change?: Annotation['change'], comment = '意见'): Annotation => ({
  quote: { text },
  comment,
  ...(change ? { change } : {}),
});
const annotated = (body: string, ...notes: Annotation[]) => annotateDocx(wordFile(body), notes, by);
const readBack = (body: string, ...notes: Annotation[]) => readAnnotations(annotated(body, ...notes).docx);

describe('a comment', () => {
  it('stands on its quote, is signed and dated, and keeps its lines', () => {
    const read = readBack(
      lines('房屋租赁合同', rent),
      note('每月5000元', undefined, '租金偏高。\n请核对 <市价> & "押金"'),
    );
    expect(read.comments).toEqual([
      {
        author: '王敏',
        date: '2026-11-23T08:00:00Z',
        text: '租金偏高。\n请核对 <市价> & "押金"',
        quoted: '每月5000元',
      },
    ]);
    expect(read.insertions).toEqual([]);
    expect(read.originalText).toBe(`房屋租赁合同\n${rent}`);
  });

  it('is read by another library, with the document around it', async () => {
    const { docx } = annotated(
      lines('合同', rent),
      note('押一付三', { action: 'replace', text: '押一付一' }, '押金过高'),
    );
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(docx) },
      { styleMap: ['comment-reference => sup'] },
    );
    expect(value).toMatch(/每月5000元，押一付一<sup>.*<\/sup>。<\/p>/);
    expect(value).toMatch(/<dd[^>]*><p>押金过高/);
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  });

  it('finds a quote across runs, with other spaces, and by its occurrence', () => {
    const body = paragraph(run('租金 每'), run('月5', '<w:b/>'), run('000元，\t租金'), run('每月5000元。'));
    const second: Annotation = { quote: { text: '租金\n每月5000元', occurrence: 2 }, comment: '乙' };
    const read = readBack(body, note('租金 每 月5000元', undefined, '甲'), second, {
      quote: { text: '租金每月5000元', occurrence: 3 },
      comment: '无',
    });
    expect(read.comments.map(({ text, quoted }) => [text, quoted])).toEqual([
      ['甲', '租金 每月5000元'],
      ['乙', '租金每月5000元'],
    ]);
  });

  it('is not found in the end of one paragraph and the start of the next, where it stands within one', () => {
    const read = readBack(lines('付款人为甲', '方可交房，甲方付款。'), note('甲 方', undefined), note('为甲\n方可'));
    expect(read.comments.map(({ quoted }) => quoted)).toEqual(['甲方', '为甲\n方可']);
    expect(read.originalText.slice(0, 9)).toBe('付款人为甲\n方可交');
  });

  it('without a quote stands on the heading', () => {
    const read = readBack(lines('', '房屋租赁合同', rent), { quote: null, comment: '缺少违约责任' });
    expect(read.comments).toMatchObject([{ text: '缺少违约责任', quoted: '房屋租赁合同' }]);
  });

  it('joins the comments and revisions that are there', () => {
    const body = paragraph(
      '<w:bookmarkStart w:id="7" w:name="a"/>',
      '<w:bookmarkStart w:id="999999999" w:name="b"/><w:bookmarkStart w:id="1000000000" w:name="c"/>',
      '<w:commentRangeStart w:id="4"/>',
      run('租金'),
      '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r><w:bookmarkEnd w:id="7"/>',
      `<w:ins w:id="900" w:author="张三" w:date="2026-01-01T00:00:00Z">${run('每月5000元')}</w:ins>`,
      `<w:del w:id="901" w:author="张三" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>6000元</w:delText></w:r></w:del>`,
      run('，押一付三。'),
    );
    const old = '<w:comment w:id="4" w:author="张三"><w:p><w:r><w:t>旧批注&#160;</w:t></w:r></w:p></w:comment>';
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const file = wordFile(body, {
      'word/comments.xml': `<w:comments ${w}>${old}</w:comments>`,
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/comments" Target="/word/comments.xml"/></Relationships>`,
    });
    const { docx, unplaced } = annotateDocx(
      file,
      [note('租金每月5000元，押一', { action: 'replace', text: '月租5000元，押二' }), note('5000', undefined, '数')],
      by,
    );
    expect(unplaced).toEqual([]);
    expect(xmlOf(docx, 'word/comments.xml')).toContain(old);
    const read = readAnnotations(docx);
    expect(read.comments.map(({ author, text }) => `${author}${text.trim()}`)).toEqual([
      '张三旧批注',
      '王敏意见',
      '王敏数',
    ]);
    expect(read.acceptedText).toBe('月租5000元，押二付三。');
    expect(read.originalText).toBe(readAnnotations(file).originalText);
    const ids = idsOf(docx, 'ins', 'del', 'commentRangeStart', 'bookmarkStart');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['4', '7', '900', '901']));
  });
});

describe('a change', () => {
  it('is tracked in the look of the words it is on', () => {
    const look = '<w:rFonts w:eastAsia="楷体"/><w:b/>';
    const body = paragraph(run('甲方应在'), run('三', look), run('十'), run('日内', look), run('付款。'));
    const { docx } = annotated(body, note('三十', { action: 'replace', text: '十五' }));
    const read = readAnnotations(docx);
    expect(read.deletions).toEqual([{ author: '王敏', date: '2026-11-23T08:00:00Z', text: '三十' }]);
    expect(read.insertions).toEqual([{ author: '王敏', date: '2026-11-23T08:00:00Z', text: '十五' }]);
    expect(read.acceptedText).toBe('甲方应在十五日内付款。');
    expect(xmlOf(docx)).toContain(`<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">十五</w:t></w:r></w:ins>`);
    expect(xmlOf(docx)).toContain(`<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">日内</w:t></w:r>`);
  });

  it('takes the line with it when a whole paragraph goes, and puts paragraphs in behind one', () => {
    const read = readBack(
      lines('合同', '　　甲方有权随时解除。', '第二条'),
      note('甲方有权随时解除。', { action: 'delete' }),
      note('第二条', { action: 'insert-after', text: '\n新的一条。\n又一条。' }),
    );
    expect(read.acceptedText).toBe('合同\n第二条\n新的一条。\n又一条。');
    expect(read.originalText).toBe('合同\n　　甲方有权随时解除。\n第二条');
  });

  it('without a quote goes before the signatures, or at the end', () => {
    const body = lines(
      '合同',
      '甲方（盖章）：某公司',
      '第一条 双方应当按照本合同的约定履行各自的义务，不得擅自变更或者解除合同。',
      '第二条 本合同自双方签字盖章之日起生效，一式两份，具有同等效力，双方各执一份。',
      '甲方：',
      '法定代表人（签字）：',
      '',
    );
    const put = (text: string, place?: Annotation['place']): Annotation => ({
      quote: null,
      comment: text,
      change: { action: 'insert-after', text },
      ...(place ? { place } : {}),
    });
    const read = readBack(body, put('第三条 违约责任。'), put('第四条 争议解决。'), put('附件。', 'end'));
    expect(read.acceptedText.split('\n').slice(3)).toEqual([
      '第二条 本合同自双方签字盖章之日起生效，一式两份，具有同等效力，双方各执一份。',
      '第三条 违约责任。',
      '第四条 争议解决。',
      '甲方：',
      '法定代表人（签字）：',
      '',
      '附件。',
    ]);
    expect(read.comments.map(({ quoted }) => quoted)).toEqual(['第三条 违约责任。', '第四条 争议解决。', '附件。']);
  });

  it('that overlaps an earlier one is told in its comment', () => {
    const { docx, unplaced } = annotated(
      lines(rent),
      note('每月5000元，押一', { action: 'delete' }),
      note('押一付三', { action: 'replace', text: '押一付一' }),
    );
    expect(unplaced).toMatchObject([{ index: 1, part: 'change', reason: 'overlap', message: '与前一处修改重叠' }]);
    expect(readAnnotations(docx).comments[1]).toMatchObject({
      quoted: '押一付三',
      text: '意见\n建议改为：押一付一\n（未作修订：与前一处修改重叠）',
    });
  });

  it('gives the same file for the same notes', () => {
    const once = () => annotated(lines(rent), note('押一付三', { action: 'delete' })).docx;
    expect(once()).toEqual(once());
  });
});

describe('the parts of the file', () => {
  it('that need not change are kept byte for byte', () => {
    const settings =
      '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\r\n</w:settings >';
    const file = wordFile(lines(rent), { 'word/settings.xml': settings, 'word/media/图.bin': '\u0000\u0001' });
    const before = partsOf(file);
    const after = partsOf(annotateDocx(file, [note('租金')], by).docx);
    const changed = ['[Content_Types].xml', 'word/document.xml', 'word/_rels/document.xml.rels', 'word/comments.xml'];
    for (const [name, bytes] of Object.entries(before)) if (!changed.includes(name)) expect(after[name]).toEqual(bytes);
    expect(Object.keys(after).sort()).toEqual([...Object.keys(before), 'word/comments.xml'].sort());
  });

  it('are all kept when no note is placed', () => {
    const file = wordFile(lines(rent));
    expect(annotateDocx(file, [note('没有的话')], by)).toMatchObject({
      docx: file,
      unplaced: [{ index: 0, part: 'note', reason: 'not-found' }],
    });
  });

  it('are refused when they are no Word document', () => {
    expect(() => annotateDocx(new Uint8Array([80, 75, 3, 4]), [], by)).toThrow('压缩包已损坏');
    const deep = `${'<w:sdt>'.repeat(2000)}${'</w:sdt>'.repeat(2000)}`;
    expect(() => annotateDocx(wordFile(deep), [], by)).toThrow('word/document.xml 已损坏');
  });
});
