import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import { describe, expect, it } from 'vitest';
import { markCitations } from './mark-citations.ts';
import { rehypeCitations } from './rehype-citations.ts';

const code = '《中华人民共和国民法典》第五百七十七条';

function at(text: string, raw: string, from = 0) {
  const start = text.indexOf(raw, from);
  return { raw, start, end: start + raw.length };
}

function render(text: string, citations: { raw: string; start: number; end: number }[]): string {
  const marked = markCitations(text, citations);
  return renderToStaticMarkup(createElement(Markdown, { rehypePlugins: [rehypeCitations] }, marked));
}

const span = (index: number, text: string) => `<span data-citation="${index}">${text}</span>`;

describe('citations in Markdown', () => {
  it('become marked elements, each with its number', () => {
    const text = `依据${code}，以及${code}。`;
    const html = render(text, [at(text, code), at(text, code, 10)]);
    expect(html).toBe(`<p>依据${span(0, code)}，以及${span(1, code)}。</p>`);
  });

  it('are marked inside lists, quotes, bold and code', () => {
    const text = `- **${code}**\n\n> ${code}\n\n\`${code}\``;
    const second = text.indexOf(code, 20);
    const html = render(text, [at(text, code), at(text, code, 20), at(text, code, second + 5)]);
    expect(html).toContain(`<strong>${span(0, code)}</strong>`);
    expect(html).toContain(`<blockquote>\n<p>${span(1, code)}</p>`);
    expect(html).toContain(`<code>${span(2, code)}</code>`);
  });

  it('keep their signs even where Markdown would read them as links', () => {
    const text = '见[《办法》](https://example.com/a)第三条和《[试行]办法》第四条';
    const raw = '《[试行]办法》第四条';
    expect(render(text, [at(text, raw)])).toContain(span(0, raw));
  });

  it('are marked in every piece when formatting cuts them in two', () => {
    const text = '《民法典》**第六百六十七条**规定';
    const html = render(text, [{ raw: '《民法典》**第六百六十七条', start: 0, end: text.indexOf('**规定') }]);
    expect(html).toBe(`<p>${span(0, '《民法典》')}<strong>${span(0, '第六百六十七条')}</strong>规定</p>`);
  });

  it('are found where their words stand when the offsets are off', () => {
    const text = `前言。${code}规定`;
    expect(render(text, [{ raw: code, start: 0, end: code.length }])).toContain(span(0, code));
  });

  it('are left out when their words are nowhere, out of range or inside another', () => {
    const text = `${code}规定`;
    const html = render(text, [
      at(text, code),
      { raw: '第九条', start: 2, end: 5 },
      { raw: '', start: 500, end: 900 },
      { raw: '第五百七十七条', start: 12, end: 19 },
    ]);
    expect(html).toBe(`<p>${span(0, code)}规定</p>`);
  });

  it('cannot be forged by a text that holds private characters', () => {
    const html = render('\uE000\uE010骗\uE001', []);
    expect(html).not.toContain('data-citation');
  });

  it('leave no mark in the address or title of a link', () => {
    const text = `[看](https://example.com/${code} "${code}")`;
    const html = render(text, [at(text, code), at(text, code, 30)]);
    expect(html).not.toMatch(/[\uE000-\uE01F]|%EE%80/i);
  });
});

describe('bold beside Chinese punctuation', () => {
  it('is bold', () => {
    expect(render('根据**《民法典》**的规定', [])).toBe('<p>根据<strong>《民法典》</strong>的规定</p>');
    expect(render('这叫**“格式条款”**吗', [])).toBe('<p>这叫<strong>“格式条款”</strong>吗</p>');
  });

  it('leaves stars that mean nothing alone', () => {
    expect(render('3 ** 2 与 2 ** 3', [])).toBe('<p>3 ** 2 与 2 ** 3</p>');
  });
});
