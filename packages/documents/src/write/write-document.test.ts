import { fileURLToPath } from 'node:url';
import { load } from 'cheerio/slim';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { blockText, documentText } from '../templates/document-tree.ts';
import { fillTemplate, loadTemplates, type Values } from '../templates/index.ts';
import { templateSamples } from '../templates/testing/index.ts';
import { approvedBy } from '../testing/index.ts';
import { implicitLabel } from './labels.ts';
import type { WritableDocument } from './writable-document.ts';
import { writeDocument } from './write-document.ts';

const templates = await loadTemplates(fileURLToPath(new URL('../../../../corpus/templates', import.meta.url)));
const unlabelled = '本文由人工智能生成，未经人工核准';

function documentOf(id: string, changed: Values = {}, more: Partial<WritableDocument> = {}): WritableDocument {
  const template = templates.find((each) => each.id === id);
  if (!template) throw new Error(`no template ${id}`);
  return {
    tree: fillTemplate(template, { ...templateSamples[id]?.[0], ...changed }).document,
    ...{ number: '2026-0001', madeByAi: true, id: 'revision-1', contentHash: 'c0ffee', approval: null },
    ...{ writtenAt: new Date('2026-11-23T01:00:00Z'), producer: 'Lutai' },
    ...more,
  };
}

async function readBack(document: WritableDocument) {
  const bytes = await writeDocument('docx', document);
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return { bytes, parts, lines: value.split('\n').filter((line) => line !== '') };
}
const page = async (document: WritableDocument) =>
  load(Buffer.from(await writeDocument('html', document)).toString('utf8'));

describe('writeDocument', () => {
  it.each(templates.map(({ id }) => id))('writes every word of %s, in order, in both formats', async (id) => {
    const document = documentOf(id);
    const words = documentText(document.tree)
      .split('\n')
      .map((line) => line.trim());
    const { lines } = await readBack(document);
    expect(lines.slice(0, words.length).map((line) => line.trim())).toEqual(words);
    const shown = (await page(document))('main > :not(.label)').toArray();
    expect(shown).toHaveLength(document.tree.blocks.length);
    expect((await page(document))('main').text().replace(/\s+/g, '')).toContain(words.join('').replace(/\s+/g, ''));
  });

  it('is A4, in the faces and sizes of papers for courts, and indents by two characters', async () => {
    const { parts } = await readBack(documentOf('civil-complaint'));
    const styles = parts['word/styles.xml'] ?? '';
    const style = (name: string) => styles.split('</w:style>').find((xml) => xml.includes(`w:styleId="${name}"`)) ?? '';
    expect(parts['word/document.xml']).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(style('DocumentTitle')).toMatch(
      /w:jc w:val="center"[\s\S]*w:eastAsia="方正小标宋简体"[\s\S]*w:sz w:val="44"/,
    );
    const table = load(parts['word/fontTable.xml'] ?? '', { xml: true });
    const instead = table('w\\:font').toArray();
    expect(instead.map((font) => [table(font).attr('w:name'), table(font).find('w\\:altName').attr('w:val')])).toEqual([
      ['方正小标宋简体', '宋体'],
      ['仿宋', '仿宋_GB2312'],
      ['宋体', 'SimSun'],
      ['黑体', 'SimHei'],
    ]);
    expect(Object.keys(parts).filter((name) => /fonts?\//.test(name))).toEqual([]);
    expect(styles).toMatch(/<w:docDefaults>[\s\S]*w:eastAsia="仿宋"[\s\S]*<w:sz w:val="32"/);
    expect(style('DocumentParagraph')).toContain('w:firstLineChars="200"');
    expect(style('DocumentDate')).toContain('w:jc w:val="right"');
    expect(parts['word/footer1.xml']).toMatch(/— .*PAGE.* —/);
  });

  it('keeps a point with its grounds, a list with its sum and the last words with the signature', async () => {
    const kept = async (id: string, words: string) => {
      const xml = (await readBack(documentOf(id))).parts['word/document.xml'] ?? '';
      return xml
        .split('</w:p>')
        .find((paragraph) => paragraph.includes(words))
        ?.includes('<w:keepNext/>');
    };
    expect(await kept('civil-answer', '借款已经还清')).toBe(true);
    expect(await kept('civil-answer', '转账备注为')).toBe(false);
    expect(await kept('civil-complaint', '判令被告承担本案诉讼费用')).toBe(true);
    expect(await kept('civil-answer', '请贵院查明事实')).toBe(true);
    expect(await kept('lease', '随房屋交付的家具家电')).toBe(true);
  });

  it('breaks a title evenly on a narrow page', async () => {
    expect((await page(documentOf('labour-arbitration')))('style').text()).toMatch(/h1 {[^}]*text-wrap: balance/);
  });

  it('says on every page who made it until its approval, and then in its properties alone', async () => {
    const draft = await readBack(documentOf('iou'));
    expect(draft.parts['word/header1.xml']).toContain(unlabelled);
    const document = documentOf('iou', {}, { approval: approvedBy('王敏') });
    const { parts, lines } = await readBack(document);
    expect(Object.keys(parts).filter((name) => /header/.test(name))).toEqual([]);
    expect(lines.join('')).not.toMatch(/人工智能|核准/);
    const custom = load(parts['docProps/custom.xml'] ?? '', { xml: true });
    expect(custom('property[name="核准状态"]').text()).toContain('王敏');
    expect(JSON.parse(custom('property[name="AIGC"]').text())).toEqual(implicitLabel(document));
    expect((await page(documentOf('iou')))('p.label').first().text()).toBe(unlabelled);
    expect((await page(document))('main p.label').length).toBe(0);
  });

  it('puts the notes on a page of their own after the document', async () => {
    const document = documentOf('will');
    const { lines, parts } = await readBack(document);
    expect(lines.slice(-document.tree.notice.length - 1)[0]).toContain('本页不提交');
    expect(parts['word/document.xml']?.match(/<w:sectPr/g)).toHaveLength(2);
    expect((await page(document))('main').text()).not.toContain('使用说明');
    expect((await page(document))('aside.notice').text()).toContain('亲笔书写');
  });

  it('marks what is missing', async () => {
    const document = documentOf('iou', { use: undefined });
    const { parts } = await readBack(document);
    expect(parts['word/document.xml']).toMatch(/<w:b\/>[^【]*【待补：借款用途】/);
    expect((await page(document))('mark').text()).toBe('【待补：借款用途】');
  });

  it('gives the same bytes for the same document', async () => {
    expect(await writeDocument('docx', documentOf('lease'))).toEqual(await writeDocument('docx', documentOf('lease')));
  });

  it('takes what a user enters as words', async () => {
    const hostile = '</p><script>alert(1)</script>\u0000\u202e<img src=x onerror=alert(1)>&amp;末';
    const document = documentOf('iou', { use: hostile });
    const shown = await page(document);
    expect(shown('script, img').length).toBe(0);
    expect(shown('meta[http-equiv="Content-Security-Policy"]').attr('content')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    const { lines } = await readBack(document);
    expect(lines[1]).toContain('</p><script>alert(1)</script><img src=x onerror=alert(1)>&amp;末');
    expect(document.tree.blocks.map(blockText).join('')).toContain('<script>');
  });
});
