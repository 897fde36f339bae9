import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DocumentError } from '../document-error.ts';
import { makeDocx } from '../testing/make-docx.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { readSentFile } from './read-sent-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (text: string) => Buffer.from(text, 'hex');
const lease = readFileSync(new URL('./testing/lease.doc', import.meta.url));
/** 「第一条 为了规范的规定」. */
const gbk = hex('b5dad2bbccf520ceaac1cbb9e6b7b6b5c4b9e6b6a8');
/** 「第一條 為了規定的」. */
const big5 = hex('b2c4a440b1f820acb0a446b357a977aaba');
const words = '第一条 甲方应当按时支付租金。';
const utf16 = Buffer.from(words, 'utf16le');

function changedDoc(change: (document: Buffer, file: Buffer) => void): Buffer {
  const file = Buffer.from(lease);
  change(file.subarray(file.indexOf(hex('eca5'))), file);
  return file;
}
function renamedStream(from: string, to: string): Buffer {
  const file = Buffer.from(lease);
  const at = file.indexOf(Buffer.from(`${from}\0`, 'utf16le'));
  file.fill(0, at, at + 64);
  file.write(to, at, 'utf16le');
  file.writeUInt16LE(to.length * 2 + 2, at + 64);
  return file;
}
const bombPdf = (megabytes: number, text: string, dictionary = '/Filter /FlateDecode') => {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, text));
  return Buffer.concat([
    utf8(`%PDF-1.4\n1 0 obj\n<< /Length ${packed.length} ${dictionary} >>\nstream\n`),
    packed,
    utf8('\nendstream\nendobj\n'),
  ]);
};

describe('readSentFile', () => {
  it.each([
    ['a.txt', utf8(words), 'text', []],
    ['a.txt', utf8(`\ufeff${words}`), 'text', []],
    ['a.md', utf8(words), 'markdown', []],
    ['a.txt', Buffer.from(`\ufeff${words}`, 'utf16le'), 'text', []],
    ['a.txt', Buffer.from(`\ufeff${words}`, 'utf16le').swap16(), 'text', []],
    ['a.txt', utf16, 'text', [/UTF-16/]],
    ['a.txt', gbk, 'text', [/GBK/]],
    ['a.txt', big5, 'text', [/Big5/]],
    ['a.txt', utf8('月租金\u202e0005\u202c元'), 'text', [/第 1 段.*顺序/]],
    ['a.pdf', utf8(words), 'text', [/后缀是 .pdf，内容是纯文本/]],
    ['没有后缀', utf8(words), 'text', [/后缀是 （无）/]],
    ['a.doc', utf8(`<html><body><p>${words}</p></body></html>`), 'html', [/内容是网页/]],
    ['a.html', utf8(`<p>${words}</p><p style="display: none">暗</p>`), 'html', [/隐藏文字 1 处.*暗/]],
    ['a.html', utf8(`<html><style>.x{color:#fff}</style><p>${words}</p><p class="x">暗</p>`), 'html', [/隐藏文字.*暗/]],
    [
      'a.html',
      utf8(`<html><script>x</script><p>${words}</p><iframe src="http://x"></iframe>`),
      'html',
      [/脚本/, /外部页面/],
    ],
    ['a.doc', makeDocx([{ text: words }]), 'docx', [/后缀是 .doc，内容是 Word|后缀是 .doc，内容是Word/]],
    ['a.docx', lease, 'doc', [/内容是旧版 Word/]],
    ['a.txt', makePdf([[words]]), 'pdf', [/内容是PDF/]],
    ['a.pdf', makePdf([[words], []]), 'pdf', [/第 2 页没有可复制的文字/]],
  ])('reads %s (%#)', async (name, bytes, kind, notices) => {
    const sent = await readSentFile(name, bytes);
    expect(sent.kind).toBe(kind);
    expect(sent.text).toMatch(/第一[条條]|月租金0005元/);
    expect(sent.text).not.toContain('暗');
    expect(sent.text).toBe(sent.paragraphs.join('\n'));
    expect(sent.notices).toEqual(notices.map((notice) => expect.stringMatching(notice)));
  });

  it.each([
    ['empty', /空/, new Uint8Array()],
    ['empty', /没有文字/, utf8(' \n')],
    ['too-large', /20 MB/, new Uint8Array(20 * 1024 * 1024 + 1)],
    ['too-large', /5 MB/, utf8(`<html>${'a'.repeat(5 * 1024 * 1024)}`)],
    ['too-large', /500 页/, utf8('长'.repeat(1_000_001))],
    ['too-large', /501 页.*500 页/, makePdf(Array.from({ length: 501 }, () => ['甲']))],
    ['no-text', /照片或图片（JPEG）.*请上传可复制文字的版本/, hex('ffd8ffe000104a464946')],
    ['no-text', /PNG/, hex('89504e470d0a1a0a0000')],
    ['no-text', /WEBP/, Buffer.from('RIFF0000WEBPVP8 ')],
    ['no-text', /HEIC/, Buffer.from('\0\0\0\u0018ftypheic')],
    ['no-text', /扫描件.*请上传可复制文字的版本/, makePdf([[], []])],
    ['no-text', /乱码/, makePdf([['中华人民共和国测试法第一条本法所称']], { unicode: false })],
    ['unsupported', /RTF/, utf8('{\\rtf1 x}')],
    ['unsupported', /Excel/, zipSync({ 'xl/workbook.xml': utf8('x'), '_rels/.rels': utf8('x') })],
    ['unsupported', /OFD/, zipSync({ 'OFD.xml': utf8('x') })],
    ['unsupported', /压缩包/, zipSync({ 'a.txt': strToU8('x') })],
    ['unsupported', /程序/, Buffer.from('MZ\u0090\0')],
    ['unsupported', /Excel/, renamedStream('WordDocument', 'Workbook')],
    ['unsupported', /Word 6\.0\/95/, changedDoc((document) => document.writeUInt16LE(0x68, 2))],
    ['encrypted', /加密/, changedDoc((document) => document.writeUInt16LE(document.readUInt16LE(10) | 0x100, 10))],
    ['encrypted', /加密/, renamedStream('WordDocument', 'EncryptedPackage')],
    ['hostile', /宏/, renamedStream('\u0005SummaryInformation', 'Macros')],
    ['corrupt', /损坏/, lease.subarray(0, 3000)],
    ['corrupt', /文字表/, changedDoc((document) => document.writeUInt32LE(7, 0x1a2))],
    ['corrupt', /损坏/, changedDoc((_, file) => file.fill(0, 512, 1024))],
    ['corrupt', /损坏/, makePdf([['甲乙丙丁戊己']]).subarray(0, 200)],
    ['corrupt', /嵌套过深/, utf8(`<html>${'<div>'.repeat(2000)}`)],
    ['zip-bomb', /压缩炸弹.*PDF/, bombPdf(120, '\0')],
    ['too-large', /页面内容.*32 MB/, bombPdf(33, 'q Q ')],
    ['too-large', /页面内容.*32 MB/, bombPdf(33, 'q Q ', '/Filter /Flate#44ecode')],
    ['too-large', /页面内容.*32 MB/, bombPdf(33, 'q Q ', '/Subtype /Image /Filter /FlateDecode')],
    ['zip-bomb', /互相重叠/, utf8(`%PDF-1.4\n${'1 0 obj /FlateDecode stream\nx'.repeat(90_000)}`)],
    ['binary', /二进制/, hex('0102000000ff00fe0003')],
    ['not-utf8', /GBK 或 Big5/, hex('41fffe80c3')],
  ])('refuses as %s with the reason %s (%#)', async (code, message, bytes) => {
    await expect(readSentFile('a.doc', bytes)).rejects.toMatchObject({
      name: 'DocumentError',
      code,
      message: expect.stringMatching(message),
    });
  });

  it('hands a photo to the reader of pictures where there is one', async () => {
    const photo = hex('ffd8ffe000104a464946');
    const sent = await readSentFile('合同.jpg', photo, { ocr: async (image) => `租赁合同\n${image.length}字` });
    expect(sent.paragraphs).toEqual(['租赁合同', '10字']);
    expect(sent.notices).toEqual(
      [expect.stringMatching(/内容是纯文本/), expect.stringMatching(/识别得来/)].slice(-sent.notices.length),
    );
    await expect(
      readSentFile('a.jpg', photo, { ocr: async () => Promise.reject(new Error('x')) }),
    ).rejects.toMatchObject({ code: 'no-text' });
  });

  it('joins the lines of a PDF and drops heads, feet and page numbers, but no sums', async () => {
    const page = (number: number, ...lines: string[]) => ['某公司合同文本', ...lines, `第 ${number} 页 共 3 页`];
    const { paragraphs } = await readSentFile(
      'a.pdf',
      makePdf([
        page(1, '第一条 乙方应当于每月五日之前向甲', '方支付租金。', '租金', '5000'),
        page(2, '第二条 合同期满后双方另行协商续租', '事宜，'),
        page(3, '第三条 其他。'),
      ]),
    );
    expect(paragraphs).toEqual([
      '第一条 乙方应当于每月五日之前向甲方支付租金。',
      '租金',
      '5000',
      '第二条 合同期满后双方另行协商续租事宜，',
      '第三条 其他。',
    ]);
  });

  it('reads a Word 97 file with its table', async () => {
    const { paragraphs } = await readSentFile('租赁合同.doc', lease);
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        ...['房屋租赁合同', '月租金 | 5000元', '押金 | 10000元', '1. 甲方应当交付房屋。', '2. 乙方应当支付租金。'],
        '乙方（承租方）：Li Si',
      ]),
    );
  });

  it('reads tracked changes, notes and hidden text of a Word 97 file', async () => {
    const changes = readFileSync(new URL('./testing/changes.doc', import.meta.url));
    const { paragraphs, notices } = await readSentFile('a.doc', changes);
    expect(paragraphs).toEqual([
      '明文',
      '一. 标的',
      '二. 价款',
      '月租金5000元〔脚注1：不含税〕',
      'English only paragraph “quoted”.',
    ]);
    expect(notices).toEqual(
      [/修订（新增 1 处、删除 1 处）/, /隐藏文字 1 处.*暗一/, /白色.*暗二/, /极小.*暗三/].map((one) =>
        expect.stringMatching(one),
      ),
    );
  });

  it('throws DocumentError alone, whatever the bytes', async () => {
    const starts = [
      [],
      [0x50, 0x4b, 3, 4],
      [...Buffer.from('%PDF-1.4\n')],
      [...Buffer.from('<html>')],
      [0xff, 0xfe],
    ].map((one) => Buffer.from(one));
    const random = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 600 }))
      .map(([start, rest]) => Buffer.concat([start, rest]));
    const broken = (whole: Uint8Array) =>
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }).map((changes) => {
        const copy = Buffer.from(whole);
        for (const [at, value] of changes) copy[at] = value;
        return copy;
      });
    const files = fc.oneof(random, broken(lease), broken(makeDocx([{ text: words }])), broken(makePdf([[words]])));
    await fc.assert(
      fc.asyncProperty(files, async (bytes) => {
        const outcome = await readSentFile('a.docx', bytes).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DocumentError);
      }),
      { numRuns: 300 },
    );
  });
});
