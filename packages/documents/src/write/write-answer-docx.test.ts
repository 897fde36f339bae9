import { load } from 'cheerio/slim';
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { approvedBy, sampleAnswer } from '../testing/index.ts';
import type { WritableAnswer } from './answer.ts';
import { answerBlocks, blocksText } from './answer-blocks.ts';
import { writeAnswerDocx } from './write-answer-docx.ts';

const unlabelled = '本文由人工智能生成，未经人工核准';

async function readBack(answer: WritableAnswer) {
  const bytes = await writeAnswerDocx(answer);
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const custom = load(parts['docProps/custom.xml'] ?? '', { xml: true });
  const property = (name: string) => custom(`property[name="${name}"]`).text();
  const buffer = Buffer.from(bytes);
  const { value: text } = await mammoth.extractRawText({ buffer });
  const { value: html } = await mammoth.convertToHtml({ buffer });
  return { bytes, parts, property, html, lines: text.split('\n').filter((line) => line !== '') };
}

/** Line ends within a paragraph are not in the raw text that is read back. */
const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('writeAnswerDocx', () => {
  it('keeps headings, lists, quotations and bold words, and every word in its order', async () => {
    const text =
      '## 结论\n\n可以**书面通知**解除。\n\n3. 先催告\n   - 费用：20 元\n4. 再仲裁\n\n> 第三十八条\n>\n> 未及时足额支付劳动报酬的\n';
    const { html, lines, parts } = await readBack(sampleAnswer(text));
    expect(html).toContain('<h1>结论</h1>');
    expect(html).toContain('可以<strong>书面通知</strong>解除');
    expect(html).toMatch(/<ol><li>先催告<ul><li>费用：20 元<\/li><\/ul><\/li><li>再仲裁<\/li><\/ol>/);
    expect(lines.slice(4, -1).join('\n')).toBe(
      '结论\n可以书面通知解除。\n先催告\n费用：20 元\n再仲裁\n第三十八条\n未及时足额支付劳动报酬的',
    );
    expect(parts['word/numbering.xml']).toContain('<w:start w:val="3"/>');
    expect(parts['word/document.xml']).toMatch(/<w:pStyle w:val="Quotation"\/>.*第三十八条/);
  });

  it('does not part what is quoted from the words that name it', async () => {
    const { parts } = await readBack(sampleAnswer('前文。\n\n**《劳动合同法》第三十八条**\n\n> 甲\n\n> 乙'));
    const paragraphs = parts['word/document.xml']?.split('</w:p>') ?? [];
    expect(paragraphs.filter((xml) => xml.includes('<w:keepNext/>')).join('')).toMatch(/第三十八条/);
    expect(paragraphs.find((xml) => xml.includes('前文'))).not.toContain('keepNext');
  });

  it('is A4 and names the faces of official papers', async () => {
    const { parts } = await readBack(sampleAnswer('答复。'));
    expect(parts['word/document.xml']).toContain('<w:pgSz w:w="11906" w:h="16838"');
    for (const face of ['仿宋', '宋体', '黑体']) expect(parts['word/styles.xml']).toContain(`w:eastAsia="${face}"`);
    expect(parts['word/footer1.xml']).toMatch(/PAGE.*NUMPAGES/);
  });

  it('says at the head, at the end, on every page and in its metadata that a machine made it', async () => {
    const { lines, parts, property } = await readBack(sampleAnswer('答复。'));
    expect(lines).toEqual(['法律咨询答复', '编号：2026-0001', '事项：公司拖欠工资', unlabelled, '答复。', unlabelled]);
    expect(parts['word/header1.xml']).toContain(unlabelled);
    expect(JSON.parse(property('AIGC'))).toEqual({
      Label: '1',
      ContentProducer: 'Lutai',
      ProduceID: '0b7c9d5e-1111-4222-8333-444455556666',
      ReservedCode1: sampleAnswer('').contentHash,
      ContentPropagator: 'Lutai',
      PropagateID: '0b7c9d5e-1111-4222-8333-444455556666',
      ReservedCode2: '',
    });
    expect(
      Object.values(parts)
        .join('')
        .match(/ContentProducer/g),
    ).toHaveLength(1);
  });

  it('says who approved it and on which day in China, and still where it came from', async () => {
    const label = '由人工智能辅助生成，经 王敏 于 2026年11月24日 核准';
    const { lines, property, parts } = await readBack(sampleAnswer('答复。', { approval: approvedBy('王敏') }));
    expect([lines[3], lines.at(-1)]).toEqual([label, label]);
    expect(property('核准状态')).toBe(label);
    expect(JSON.parse(property('AIGC'))).toMatchObject({ Label: '1' });
    expect(Object.values(parts).join('')).not.toContain('未经');
  });

  it('calls nothing the work of a machine that no machine had a part in', async () => {
    const { parts, property } = await readBack(sampleAnswer('答复。', { madeByAi: false }));
    expect(property('AIGC')).toBe('');
    expect(property('核准状态')).toBe('本文是草稿，未经核准');
    expect(Object.values(parts).join('')).not.toContain('人工智能');
  });

  it('gives the same bytes for the same answer', async () => {
    const answer = sampleAnswer('1. 甲\n2. 乙');
    expect(Buffer.compare(await writeAnswerDocx(answer), await writeAnswerDocx(answer))).toBe(0);
  });

  it('has no link to anything outside', async () => {
    const text =
      '[甲](javascript:alert(1)) [乙](https://example.com/x) ![丙](http://example.com/p.png) <https://example.com/y>';
    const { parts, lines } = await readBack(sampleAnswer(text));
    for (const [name, xml] of Object.entries(parts)) {
      if (name.endsWith('.rels')) expect(xml).not.toContain('TargetMode="External"');
    }
    expect(lines[4]).toBe('甲 乙（https://example.com/x） 丙 https://example.com/y');
  });

  it('opens, whatever the text, and holds its words', async () => {
    const words = fc.string({ unit: 'binary', maxLength: 200 });
    const marks = fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '> ',
      '**',
      '`',
      '<b>',
      '&#1;',
      '\u0000',
      '\ud800',
      '\n',
      '\n\n',
      '| ',
      '\t',
    );
    const texts = fc.array(fc.oneof(words, marks), { maxLength: 30 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(texts, fc.string({ unit: 'binary', maxLength: 20 }), async (text, subject) => {
        const { lines } = await readBack(sampleAnswer(text, { subject }));
        const body = lines.slice(lines.indexOf(unlabelled) + 1, -1).join('');
        expect(squeezed(body)).toBe(squeezed(blocksText(answerBlocks(text))));
      }),
      { numRuns: 60 },
    );
  });
});
