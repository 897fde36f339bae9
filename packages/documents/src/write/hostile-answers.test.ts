import { load } from 'cheerio/slim';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { approvedBy, sampleAnswer } from '../testing/index.ts';
import { parseMarkdown } from './answer-blocks.ts';
import { implicitLabel } from './labels.ts';
import { writeAnswerDocx } from './write-answer-docx.ts';
import { writeAnswerHtml } from './write-answer-html.ts';
import { writeAnswerMarkdown } from './write-answer-markdown.ts';

const label = '本文由人工智能生成，未经人工核准';
const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<style>.label{display:none}</style>',
  '</main></body></html>',
  '<!-- 从这里起看不见',
  '[点我](javascript:alert(1))',
  '![图](https://example.com/t.png)',
  '[名]: https://example.com "标题"',
  '<div hidden>',
  '```',
];

describe('writeAnswerHtml', () => {
  it.each(hostile)('shows %s as words', (text) => {
    const html = writeAnswerHtml(sampleAnswer(`前文。\n\n${text}\n\n后文。`));
    const page = load(html);
    expect(page('script, img, div, a, iframe, link').length).toBe(0);
    expect(page('style').length).toBe(1);
    expect(
      page('p.label')
        .map((_, node) => page(node).text())
        .get(),
    ).toEqual([label, label]);
    expect(page('main > section').text()).toContain('后文。');
    expect(html).not.toMatch(/<[^>]*(?:javascript:|https?:)/);
  });

  it('shows an approver’s name as words', () => {
    const html = writeAnswerHtml(sampleAnswer('答复。', { approval: approvedBy('<b onclick="x">"王"</b>') }));
    expect(load(html)('b').length).toBe(0);
    expect(load(html)('p.label').first().text()).toContain('经 <b onclick="x">"王"</b> 于 2026年11月24日 核准');
  });

  it('forbids itself everything but its own style and carries the implicit label', () => {
    const page = load(writeAnswerHtml(sampleAnswer('答复。')));
    const policy = page('meta[http-equiv="Content-Security-Policy"]').attr('content');
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'$/);
    expect(JSON.parse(page('meta[name="AIGC"]').attr('content') ?? '')).toEqual(implicitLabel(sampleAnswer('答复。')));
    expect(page('style').text()).toContain('size: A4');
  });
});

describe('writeAnswerMarkdown', () => {
  it('carries the implicit label in its front matter', () => {
    const [, front = ''] = writeAnswerMarkdown(sampleAnswer('---\nAIGC: 无\n---\n\n答复。')).split('---\n');
    expect(parse(front)).toMatchObject({ label, AIGC: implicitLabel(sampleAnswer('')) });
  });

  it.each(hostile)('keeps its label at the end in sight after %s', (text) => {
    const written = writeAnswerMarkdown(sampleAnswer(`前文。\n\n${text}`));
    expect(written).not.toMatch(/<[!/a-z]/i);
    const [last] = parseMarkdown(written.split('---\n').slice(2).join('---\n')).children.slice(-1);
    expect(last?.type).toBe('blockquote');
  });
});

describe('a text made to harm', () => {
  const costly: [string, string][] = [
    ['a megabyte of prose', `${'合同约定。'.repeat(20)}\n\n`.repeat(10_000)],
    ['a megabyte on one line', '合同约定。'.repeat(200_000)],
    ['marks whose parsing takes the square of their number', '**a*'.repeat(40_000)],
    ['brackets', '[a](b '.repeat(30_000)],
    ['quotations in one another', `${'> '.repeat(20_000)}词`],
    ['lists in one another', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth * 2)}- 词`).join('\n')],
    ['lists one after the other', '1. 甲\n\n词\n\n'.repeat(15_000)],
    ['characters that XML forbids', `词\u0000\u0001\u000b\u001f\ufffe\uffff\ud800末`],
  ];
  it.each(costly)('is written in good time and opens: %s', { timeout: 60_000 }, async (_, text) => {
    const answer = sampleAnswer(text);
    const startedAt = process.cpuUsage();
    const bytes = await writeAnswerDocx(answer);
    const html = writeAnswerHtml(answer);
    writeAnswerMarkdown(answer);
    expect(process.cpuUsage(startedAt).user).toBeLessThan(30_000_000);
    expect(load(html)('p.label').length).toBe(2);
    if (text.length > 500_000) return;
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value.trim().endsWith(label)).toBe(true);
  });

  it('is refused with a reason where no answer is so long', async () => {
    await expect(writeAnswerDocx(sampleAnswer('长'.repeat(1_200_001)))).rejects.toMatchObject({
      code: 'too-large',
      message: /1200000/,
    });
  });
});
