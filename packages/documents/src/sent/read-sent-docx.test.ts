import { describe, expect, it } from 'vitest';
import { makeDocx } from '../testing/make-docx.ts';
import { readSentFile } from './read-sent-file.ts';
import { p, r, relations, wordFile, xml } from './testing/word-parts.ts';

const read = (bytes: Uint8Array) => readSentFile('合同.docx', bytes);
const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const listed = (at: number, text: string, id = 3) =>
  p(r(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
const numbering = xml(
  'numbering',
  `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}${level(2, 'chineseCounting', '（%3）')}</w:abstractNum>
   <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
   <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
);

describe('readSentFile on Word files', () => {
  it('counts the numbers that Word counts', async () => {
    const body = [
      listed(0, '标的'),
      listed(1, '甲'),
      listed(1, '乙'),
      listed(2, '丙'),
      listed(0, '价款'),
      listed(1, '丁'),
      listed(0, '另起', 4),
    ].join('');
    expect((await read(wordFile(body, { 'word/numbering.xml': numbering }))).paragraphs).toEqual([
      '第一条 标的',
      '1.1 甲',
      '1.2 乙',
      '（一） 丙',
      '第二条 价款',
      '2.1 丁',
      '第一条 另起',
    ]);
  });

  it('reads rows as lines, and a contract inside one cell downwards', async () => {
    const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => p(r(text))).join('')}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const body = `<w:tbl>${row(cell('月租金'), cell('5000元'))}${row(cell('第一条', '第二条'))}</w:tbl>`;
    expect((await read(wordFile(body))).paragraphs).toEqual(['月租金 | 5000元', '第一条', '第二条']);
  });

  it('accepts tracked changes and says so', async () => {
    const body =
      p(`${r('月租金')}<w:del>${r('3000')}</w:del><w:ins>${r('5000')}</w:ins>${r('元')}`) +
      p(r('前段'), '<w:rPr><w:del/></w:rPr>') +
      p(r('后段'));
    const { paragraphs, notices } = await read(wordFile(body));
    expect(paragraphs).toEqual(['月租金5000元', '前段后段']);
    expect(notices).toEqual([expect.stringMatching(/修订（新增 1 处、删除 1 处）.*接受全部修订/)]);
  });

  it('leaves hidden, white and tiny text out and names it, but reads white on a dark cell', async () => {
    const body =
      p(r('明') + r('暗一', '<w:vanish/>') + r('暗二', '<w:color w:val="FFFFFF"/>') + r('暗三', '<w:sz w:val="2"/>')) +
      `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="1F4E79"/></w:tcPr>${p(r('表头', '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl>`;
    const { text, notices } = await read(wordFile(body));
    expect(text).toBe('明\n表头');
    expect(notices).toEqual(['暗一', '暗二', '暗三'].map((hidden) => expect.stringContaining(hidden)));
  });

  it('puts footnotes at their place, and leaves comments, headers and field codes out', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>';
    const body = p(
      `${r('租金')}<w:r><w:footnoteReference w:id="2"/></w:r>${field}${r('见第三条')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:commentReference w:id="0"/></w:r>`,
    );
    const { text, notices } = await read(
      wordFile(body, {
        'word/footnotes.xml': xml('footnotes', `<w:footnote w:id="2">${p(r('不含税'))}</w:footnote>`),
        'word/header1.xml': xml('hdr', p(r('页眉'))),
        'word/_rels/document.xml.rels': relations([{ kind: 'footnotes', target: 'footnotes.xml' }]),
      }),
    );
    expect(text).toBe('租金〔脚注1：不含税〕见第三条');
    expect(notices).toEqual(['文件有 1 条批注，没有读入']);
  });

  it('shows blanks, ticked boxes and text boxes once', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p(r('盖章处'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p(r('盖章处'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const body = p(
      `${r('押金')}${r('    ', '<w:u w:val="single"/>')}${r('元')}<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>${box}`,
    );
    expect((await read(wordFile(body))).paragraphs).toEqual(['押金____元☑', '盖章处']);
  });

  it('reads a document of styles as it stands', async () => {
    const { kind, text } = await read(
      makeDocx([
        { text: '租赁合同', style: 'Title' },
        { text: '租金每月五千元', numbered: true },
      ]),
    );
    expect({ kind, text }).toEqual({ kind: 'docx', text: '租赁合同\n一. 租金每月五千元' });
  });

  const outside = (kind: string, target: string) => ({
    'word/_rels/settings.xml.rels': relations([{ kind, target, external: true }]),
  });
  const plain = p(r('合同'));
  it.each([
    ['hostile', /宏.*vbaProject/, wordFile(plain, { 'word/vbaProject.bin': 'x' })],
    ['hostile', /远程模板.*evil/, wordFile(plain, outside('attachedTemplate', 'http://evil.example/a.dotm'))],
    ['hostile', /远程模板/, wordFile(plain, outside('attachedTemplate', 'file://evil/share/a.dotm'))],
    ['hostile', /远程对象/, wordFile(plain, outside('oleObject', 'https://evil.example/a'))],
    ['hostile', /实体声明/, wordFile(plain, { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>' })],
    ['hostile', /越出目录.*\.\./, wordFile(plain, { '../../etc/passwd.xml': 'x' })],
    ['hostile', /同名/, wordFile(plain, { 'word/Document.xml': 'x' })],
    ['hostile', /DDEAUTO/, wordFile(p(`<w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r>`))],
    ['hostile', /嵌套过深/, wordFile('<w:p>'.repeat(100_000))],
    ['no-text', /只有图片/, wordFile(p('<w:r><w:drawing><a:blip/></w:drawing></w:r>'))],
    ['no-text', /没有文字/, wordFile(p(''))],
    ['too-large', /500 页/, wordFile(Array.from({ length: 50_001 }, (_, at) => p(r(`${at * 7919}`))).join(''))],
    ['zip-bomb', /压缩炸弹/, wordFile('', { 'word/a.xml': new Uint8Array(120 * 1024 * 1024) })],
    ['corrupt', /已损坏/, wordFile(plain).subarray(0, 500)],
  ])('refuses as %s with the reason %s', async (code, message, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({
      name: 'DocumentError',
      code,
      message: expect.stringMatching(message),
    });
  });

  it('does not mind links and a template on the writer’s disk, and names what it did not open', async () => {
    expect((await read(wordFile(plain, outside('hyperlink', 'https://example.com')))).notices).toEqual([]);
    expect((await read(wordFile(plain, outside('attachedTemplate', 'file:///C:\\\\a.dotm')))).notices).toEqual([]);
    expect((await read(wordFile(plain, outside('image', 'https://example.com/a.png')))).notices).toEqual([
      expect.stringMatching(/外部图片/),
    ]);
    expect((await read(wordFile(plain, { 'word/embeddings/a.bin': 'x' }))).notices).toEqual([
      expect.stringMatching(/其他对象/),
    ]);
  });
});
