import { createHash } from 'node:crypto';
import type { DocumentBlock, DocumentLayout } from '../templates/document-tree.ts';
import { escaped } from './escape-html.ts';
import { explicitLabel, implicitLabel } from './labels.ts';
import { printable } from './printable.ts';
import type { WritableDocument } from './writable-document.ts';

const sizes: Record<DocumentLayout, string> = { court: '16pt/28pt', contract: '12pt/22pt', letter: '14pt/26pt' };

const styleOf = (layout: DocumentLayout) => `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font-size: 9pt; } }
body { max-width: 156mm; margin: 2em auto; padding: 0 1em; color: #000; background: #fff; font: ${sizes[layout]} FangSong, 仿宋, STFangsong, serif; overflow-wrap: anywhere; }
p { margin: 0; }
h1 { text-align: center; font: bold 22pt/1.4 方正小标宋简体, FZXiaoBiaoSong-B05S, SimSun, 宋体, STSong, serif; font-synthesis: none; text-wrap: balance; margin: 0.3em 0 0.8em; }
.heading, .section, .article { font-family: SimHei, 黑体, STHeiti, sans-serif; font-weight: bold; break-after: avoid; margin-top: 0.3em; }
.item:has(+ .paragraph), .item:has(+ .line), .line:has(+ .attachment), :has(+ .greeting), :has(+ .signature) { break-after: avoid; }
.heading, .section, .article, .item, .paragraph, .greeting, .attachment${layout === 'contract' ? '' : ', .party'} { text-indent: 2em; }
.subtitle { text-align: center; text-wrap: balance; margin-bottom: 0.8em; }
.greeting { margin-top: 0.8em; } .greeting, .addressee, .signature { break-after: avoid; }
.signature { margin-top: 0.8em;${layout === 'contract' ? '' : ' margin-left: 67mm;'} }
.date { margin: 0.4em 0 0.8em;${layout === 'contract' ? '' : ' text-align: right; padding-right: 2em;'} }
.label { border: 1px solid #000; padding: 0.4em; text-align: center; font: 12pt/1.5 SimHei, 黑体, STHeiti, sans-serif; }
.notice { break-before: page; margin-top: 2em; }
mark { background: #ffe58a; color: #000; font-weight: bold; }
@media print { body { max-width: none; margin: 0; padding: 0; } }
`;

/**
 * One page that is complete in itself and prints on A4: no script, no link, nothing that is loaded from anywhere. Until
 * its approval the label stands at its head; what is still missing is marked.
 */
export function writeDocumentHtml(document: WritableDocument): string {
  const { tree, number, approval } = document;
  const label = explicitLabel(document);
  const implicit = implicitLabel(document);
  const style = styleOf(tree.layout);
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`;
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
    `<title>${escaped(`${tree.title}${number === null ? '' : ` ${number}`}`)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...(approval === null ? [`<p class="label">${escaped(label)}</p>`] : []),
    ...tree.blocks.map(blockHtml),
    '</main>',
    ...noticeHtml(tree.notice),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockHtml({ kind, spans }: DocumentBlock): string {
  const text = spans.map(({ text, missing }) => (missing ? `<mark>${shown(text)}</mark>` : shown(text))).join('');
  return kind === 'title' ? `<h1>${text}</h1>` : `<p class="${kind}">${text}</p>`;
}

const shown = (text: string) => escaped(printable(text));

const noticeHtml = (notice: readonly string[]) =>
  notice.length === 0
    ? []
    : [
        '<aside class="notice">',
        '<p class="label">使用说明（本页不提交、不随文书送出）</p>',
        ...notice.map((text, at) => `<p class="item">${at + 1}．${shown(text)}</p>`),
        '</aside>',
      ];
