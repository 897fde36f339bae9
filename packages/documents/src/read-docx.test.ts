import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';
import { type DocxParagraph, docxParts, makeDocx } from './testing/make-docx.ts';

const refused = (bytes: Uint8Array) =>
  readDocument(bytes, { name: 'a.docx' }).then(
    () => null,
    (error) => error,
  );
const lines = (text: string) => text.split('\n').filter((line) => line !== '');

const paragraphs: DocxParagraph[] = [
  { text: '中华人民共和国测试法', style: 'Title' },
  { text: '第一章 总则', style: 'Heading1' },
  { text: '第一条 为了测试，制定本法。' },
  { text: '本法所称测试，包括：' },
  { text: '（一）读入；' },
];

describe('readDocument on DOCX', () => {
  it('turns styles into headings and keeps every paragraph a line', async () => {
    const { format, text } = await readDocument(makeDocx(paragraphs), { name: '测试法.DOCX' });
    expect(format).toBe('docx');
    expect(lines(text)).toEqual([
      '# 中华人民共和国测试法',
      '## 第一章 总则',
      '第一条 为了测试，制定本法。',
      '本法所称测试，包括：',
      '（一）读入；',
    ]);
  });

  it('finds the title and the chapters where no style marks them', async () => {
    const unmarked = ['最高人民法院', '关于审理测试案件适用法律若干问题的规定', '第一章 总则', '第一条 甲。'];
    const bytes = makeDocx(unmarked.map((text) => ({ text })));
    const { text } = await readDocument(bytes, { name: 'a.docx' });
    expect(lines(text).slice(0, 2)).toEqual(['# 最高人民法院关于审理测试案件适用法律若干问题的规定', '## 第一章 总则']);
  });

  it('refuses article numbers that Word counts itself, for they are not in the file', async () => {
    const numbered = [{ text: '测试法' }, { text: '为了测试，制定本法。', numbered: true }];
    expect(await refused(makeDocx(numbered))).toBeNull();
    expect(await refused(makeDocx(numbered, '第%1条'))).toMatchObject({
      code: 'unsupported',
      message: /自动编号/,
    });
  });

  it('refuses a bomb by what its directory says, before unpacking it', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(120 * 1024 * 1024) }, { level: 9 });
    const startedAt = performance.now();
    expect(await refused(bomb)).toMatchObject({ code: 'zip-bomb' });
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it('refuses a bomb whose directory lies about its size', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(50 * 1024 * 1024) }, { level: 9 });
    const view = Buffer.from(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    const entry = view.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    view.writeUInt32LE(1000, entry + 24);
    expect(await refused(bomb)).toMatchObject({ code: 'zip-bomb' });
  });

  it('does not read entities from outside', async () => {
    const parts = docxParts(paragraphs);
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    const evil = xml
      .replace(/^(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')
      .replace('为了测试', '为了&e;测试');
    const bytes = zipSync({ ...parts, 'word/document.xml': strToU8(evil) });
    const outcome = await readDocument(bytes, { name: 'a.docx' }).then(({ text }) => text, String);
    expect(outcome).not.toContain('root:');
  });

  it('names what is cut off, encrypted, old or no document', async () => {
    const whole = makeDocx(paragraphs);
    expect(await refused(whole.subarray(0, whole.length / 2))).toMatchObject({ code: 'corrupt' });
    expect(await refused(zipSync({ 'a.txt': strToU8('x') }))).toMatchObject({ code: 'corrupt' });
    expect(await refused(strToU8('plain words'))).toMatchObject({ code: 'corrupt' });
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await refused(compound)).toMatchObject({ code: 'unsupported', message: /另存为/ });
    const sealed = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refused(sealed)).toMatchObject({ code: 'encrypted' });
  });
});
