import { createHash } from 'node:crypto';
import type { WritableAnswer } from './answer.ts';
import { answerBlocks, type Block, type Span } from './answer-blocks.ts';
import { answerHead } from './answer-head.ts';
import { escaped } from './escape-html.ts';
import { explicitLabel, implicitLabel } from './labels.ts';

const style = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "第 " counter(page) " 页 / 共 " counter(pages) " 页"; font-size: 9pt; } }
body { max-width: 156mm; margin: 2em auto; padding: 0 1em; color: #000; background: #fff; font: 14pt/1.8 FangSong, 仿宋, STFangsong, serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6, strong { font-family: SimHei, 黑体, STHeiti, sans-serif; }
h1 { text-align: center; font: bold 22pt/1.4 SimSun, 宋体, STSong, serif; }
h2 { font-size: 16pt; } h3, h4, h5, h6 { font-size: 14pt; }
h2, h3, h4, h5, h6, p:has(+ blockquote), p:has(+ ol), p:has(+ ul) { break-after: avoid; }
.particulars { text-align: center; font-size: 12pt; margin: 0.2em 0; }
.label { border: 1px solid #000; padding: 0.4em; text-align: center; font: 12pt/1.5 SimHei, 黑体, STHeiti, sans-serif; }
blockquote { margin: 0.5em 0 0.5em 1em; padding-left: 1em; border-left: 3px solid #999; font: 12pt/1.7 SimSun, 宋体, STSong, serif; }
section > p { text-indent: 2em; }
li > p { margin: 0.2em 0; }
@media print { body { max-width: none; margin: 0; padding: 0; } }
`;
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/**
 * One page that is complete in itself and prints on A4: no script, no link, nothing that is loaded from anywhere. The
 * labels stand within what a reader of pages takes for the content.
 */
export function writeAnswerHtml(answer: WritableAnswer): string {
  const { title, lines } = answerHead(answer);
  const label = explicitLabel(answer);
  const implicit = implicitLabel(answer);
  const shownLabel = `<p class="label">${escaped(label)}</p>`;
  const numbered = `${title}${answer.number === null ? '' : ` ${answer.number}`}`;
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    ...(implicit === null ? [] : [`<meta name="AIGC" content="${escaped(JSON.stringify(implicit))}">`]),
    `<meta name="description" content="${escaped(label)}">`,
    `<title>${escaped(numbered)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(title)}</h1>`,
    ...lines.map((line) => `<p class="particulars">${escaped(line)}</p>`),
    shownLabel,
    `<section>\n${answerBlocks(answer.text).map(blockHtml).join('\n')}\n</section>`,
    shownLabel,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'rule':
      return '<hr>';
    case 'heading': {
      const name = `h${Math.min(block.level + 1, 6)}`;
      return `<${name}>${spansHtml(block.spans)}</${name}>`;
    }
    case 'paragraph':
      return `<p>${spansHtml(block.spans)}</p>`;
    case 'quote':
      return `<blockquote>\n${block.blocks.map(blockHtml).join('\n')}\n</blockquote>`;
    case 'list': {
      const [name, start] = block.ordered ? ['ol', block.start === 1 ? '' : ` start="${block.start}"`] : ['ul', ''];
      const items = block.items.map((item) => `<li>${item.map(blockHtml).join('\n')}</li>`);
      return `<${name}${start}>\n${items.join('\n')}\n</${name}>`;
    }
  }
}

const spansHtml = (spans: readonly Span[]) =>
  spans
    .map(({ text, bold, italic }) => {
      const shown = escaped(text).replaceAll('\n', '<br>');
      const inner = italic ? `<em>${shown}</em>` : shown;
      return bold ? `<strong>${inner}</strong>` : inner;
    })
    .join('');
