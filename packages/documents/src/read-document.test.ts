import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';
import { makePdf } from './testing/make-pdf.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = async (text: string | Uint8Array, name: string) =>
  (await readDocument(typeof text === 'string' ? utf8(text) : text, { name })).text;
const refused = (bytes: Uint8Array, name: string) =>
  readDocument(bytes, { name }).then(
    () => null,
    (error) => error,
  );

const plainLaw = `中华人民共和国
测试法
（2020年5月28日第十三届全国人民代表大会通过）

目　录
第一章　总则
第二章　附则

第一章　总则
第一条　为了测试，制定本法。
　　本法所称测试，包括：
（一）读入；
（二）核对。
第二章　附则
第二条　本法自2021年1月1日起施行。
`;
const asLaw = [
  '# 中华人民共和国测试法',
  '（2020年5月28日第十三届全国人民代表大会通过）',
  '## 第一章　总则',
  '第一条　为了测试，制定本法。',
  '本法所称测试，包括：',
  '（一）读入；',
  '（二）核对。',
  '## 第二章　附则',
  '第二条　本法自2021年1月1日起施行。',
];
const lines = (text: string) => text.split('\n').filter((line) => line !== '');

describe('readDocument on text', () => {
  it('leaves Markdown as it is, but for line ends and the byte-order mark', async () => {
    expect(await read('\ufeff# 法\r\n\r\n第一条 甲。\r\n', 'a.md')).toBe('# 法\n\n第一条 甲。\n');
  });

  it('gives plain text the structure of a law file, without its table of contents', async () => {
    expect(lines(await read(plainLaw, 'a.txt'))).toEqual(asLaw);
  });

  it('reads UTF-16 by its byte-order mark, in both orders', async () => {
    const little = Buffer.from(`\ufeff${plainLaw}`, 'utf16le');
    expect(lines(await read(little, 'a.txt'))).toEqual(asLaw);
    expect(lines(await read(Buffer.from(little).swap16(), 'a.txt'))).toEqual(asLaw);
  });

  it('names GBK in the reason', async () => {
    // 「第一条 为了规范的规定」 in GBK.
    const gbk = Buffer.from('b5dad2bbccf520ceaac1cbb9e6b7b6b5c4b9e6b6a8', 'hex');
    expect(await refused(gbk, 'a.md')).toMatchObject({
      code: 'not-utf8',
      message: '不是 UTF-8，疑似 GBK 编码，请转换后再导入',
    });
  });

  it.each([
    ['not-utf8', Buffer.from([0x41, 0xff, 0xfe, 0x80, 0xc3]), 'a.md'],
    ['empty', new Uint8Array(), 'a.md'],
    ['empty', utf8(' \n\t\n'), 'a.txt'],
    ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]), 'a.md'],
    ['binary', utf8('%PDF-1.7 …'), 'a.txt'],
    ['binary', Buffer.from('PK\u0003\u0004…', 'latin1'), 'a.md'],
    ['too-large', new Uint8Array(20 * 1024 * 1024 + 1).fill(0x41), 'a.md'],
    ['unsupported', utf8('x'), 'a.exe'],
    ['unsupported', utf8('x'), 'law'],
  ])('refuses a file as %s', async (code, bytes, name) => {
    expect(await refused(bytes, name)).toMatchObject({ name: 'DocumentError', code });
  });
});

describe('readDocument on HTML', () => {
  it('keeps headings, articles and items, and leaves out scripts, menus and forms', async () => {
    const html = `<!doctype html><html><head><title>x</title><style>p{}</style></head><body>
      <nav>首页 | 法规</nav><script>alert(1)</script>
      <div class="content"><h1>中华人民共和国测试法</h1>
      <p>（2020年5月28日第十三届全国人民代表大会通过）</p>
      <h2>第一章　总则</h2><p><b>第一条</b>　为了测试，<br>制定本法。</p>
      <p>本法所称测试，包括：</p><ul><li>（一）读入；<li>（二）核对。</ul>
      <h2>第二章　附则</h2><p>第二条　本法自2021年1月1日起施行。</p></div>
      <form><button>搜索</button></form><footer>版权所有</footer></body></html>`;
    const text = lines(await read(html, 'a.html'));
    expect(text[0]).toBe('# 中华人民共和国测试法');
    expect(text).toContain('## 第一章 总则');
    expect(text).toContain('（二）核对。');
    expect(text.join('')).not.toMatch(/alert|首页|搜索|版权|p\{/);
  });

  it('does not read entities from outside', async () => {
    const html = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><h1>法</h1><p>第一条 甲&e;乙。</p>';
    expect(await read(html, 'a.htm')).not.toContain('root:');
  });

  it('refuses nesting that is there to exhaust the parser, at once', async () => {
    const startedAt = performance.now();
    const error = await refused(utf8('<div>'.repeat(900_000)), 'a.html');
    expect(error).toMatchObject({ code: 'corrupt' });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('readDocument on PDF', () => {
  it('joins the lines of a printed paragraph, also across pages, and drops page numbers and running heads', async () => {
    const pages = [
      [
        '测试公报',
        '中华人民共和国',
        '测试法',
        '第一章 总则',
        '第一条 为了保护当事人的合法权益，维护',
        '社会秩序，制定本法。',
        '第二条 有下列情形之一的，合同',
        '- 1 -',
      ],
      ['测试公报', '无效：', '（一）一方以欺诈手段订', '立合同；', '（二）违反法律。', '第 2 页'],
      ['测试公报', '第三条 本法自2021年1月1日起施行。', '3'],
    ];
    expect(lines(await read(makePdf(pages), 'a.pdf'))).toEqual([
      '# 中华人民共和国测试法',
      '## 第一章 总则',
      '第一条 为了保护当事人的合法权益，维护社会秩序，制定本法。',
      '第二条 有下列情形之一的，合同无效：',
      '（一）一方以欺诈手段订立合同；',
      '（二）违反法律。',
      '第三条 本法自2021年1月1日起施行。',
    ]);
  });

  it('says that a scan has no text, and that a font without its table gives rubbish', async () => {
    expect(await refused(makePdf([[], []]), 'a.pdf')).toMatchObject({ code: 'no-text', message: /扫描/ });
    const rubbish = makePdf([['中华人民共和国测试法第一条本法所称']], { unicode: false });
    expect(await refused(rubbish, 'a.pdf')).toMatchObject({ code: 'no-text', message: /乱码/ });
  });

  it('refuses what is cut off or no PDF at all', async () => {
    expect(await refused(makePdf([['甲乙丙丁戊己']]).subarray(0, 200), 'a.pdf')).toMatchObject({ code: 'corrupt' });
    expect(await refused(utf8('hello'), 'a.pdf')).toMatchObject({ code: 'corrupt' });
  });
});
