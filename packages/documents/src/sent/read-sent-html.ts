import { load } from 'cheerio/slim';
import { refuseMonsters } from '../html-lines.ts';
import { localName, type XmlNode } from './docx/xml.ts';
import { quote, type Reading } from './sent-file.ts';

const words = (list: string) => new Set(list.split(' '));
const silent = words(
  'script style noscript template object svg math head iframe select datalist audio video canvas del s',
);
const blocks = words(
  'address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul',
);
const hidingStyle =
  /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0?\.?0*(?:;|$)|font-size\s*:\s*[0-3](?:\.\d+)?(?:px|pt)|mso-hide\s*:\s*all|text-indent\s*:\s*-\d{3,}|(?:^|;)\s*color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)/i;
const filled = /background(?:-color)?\s*:\s*(?!\s*(?:#fff(?:fff)?\b|white\b|transparent|none))/i;
/** `.a`, `p.a, #b`: what hides by more than this is rare, and matching it takes long. */
const simpleSelector = /^[a-z]*[.#][\w-]+(?:\s*,\s*[a-z]*[.#][\w-]+)*$/i;
const maxRules = 300;

/** The visible paragraphs of a page, cells of one row on one line; nothing that it links to is fetched. */
export function readSentHtml(html: string): Reading {
  refuseMonsters(html);
  const page = load(html);
  const hiddenNodes = new Set<XmlNode>();
  const rules = page('style')
    .text()
    .slice(0, 200_000)
    .matchAll(/([^{}@]{1,200})\{([^{}]{0,2000})\}/g);
  for (const [, selector = '', body = ''] of [...rules].slice(0, maxRules)) {
    if (!hidingStyle.test(body) || filled.test(body) || !simpleSelector.test(selector.trim())) continue;
    for (const node of page(selector.trim()).toArray()) hiddenNodes.add(node);
  }
  const paragraphs: string[] = [];
  const hidden: string[] = [];
  const scripts = page('script').length;
  const frames = page('iframe, frame, object, embed').length;
  let text = '';
  const endLine = () => {
    const line = text
      .replace(/[\s\u00a0]+/g, ' ')
      .replace(/^(?: \|)+ | \| ?$/g, '')
      .trim();
    if (line !== '') paragraphs.push(line);
    text = '';
  };
  const stack: (XmlNode | 'end')[] = page.root().toArray().reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node === 'end') {
      endLine();
      continue;
    }
    if (node.type === 'text') text += node.data;
    if (!('children' in node)) continue;
    if ('attribs' in node) {
      const name = localName(node);
      if (silent.has(name)) continue;
      const style = node.attribs.style ?? '';
      if ('hidden' in node.attribs || hiddenNodes.has(node) || (hidingStyle.test(style) && !filled.test(style))) {
        const words = page(node).text().trim();
        if (words !== '') hidden.push(words.replace(/\s+/g, ' '));
        continue;
      }
      if (name === 'input' && /^(?:text)?$/i.test(node.attribs.type ?? '')) text += node.attribs.value ?? '';
      if (name === 'td' || name === 'th') text += text.trim() === '' ? ' ' : ' | ';
      else if (blocks.has(name)) {
        endLine();
        stack.push('end');
      }
    }
    for (const one of node.children.toReversed()) stack.push(one);
  }
  endLine();
  const notices: string[] = [];
  if (hidden.length > 0)
    notices.push(`网页有隐藏文字 ${hidden.length} 处，没有读入：${hidden.slice(0, 3).map(quote).join('、')}`);
  if (scripts > 0) notices.push('网页带有脚本，没有运行，由脚本显示的文字没有读入');
  if (frames > 0) notices.push(`网页里嵌有 ${frames} 个外部页面或对象，没有读入`);
  return { paragraphs, notices };
}
