import type { Paragraph } from './law-types.ts';

const ITEM = /^([（(]\s*[一二三四五六七八九十百]+\s*[）)])[\s\u3000]*/;
const SUB_ITEM = /^(?:\d+\s*[.．、)）]|[（(]\d+[）)]|[①-⑳])/;
const ENDED = /[。；：:;！？!?”’）)】〉》…]$/;

/** 款 and 项 of an article from its lines. A line that stops in the middle of a sentence is continued by the next. */
export function toParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let previous = '';
  for (const line of text.split('\n')) {
    if (line === '') continue;
    addLine(paragraphs, line, previous);
    previous = line;
  }
  return paragraphs;
}

function addLine(paragraphs: Paragraph[], line: string, previous: string) {
  const last = paragraphs.at(-1);
  const lastItem = last?.items.at(-1);
  const item = ITEM.exec(line);
  if (item) {
    const target = last ?? { text: '', items: [] };
    if (!last) paragraphs.push(target);
    target.items.push({ label: (item[1] ?? '').replace(/\s/g, ''), text: line.slice(item[0].length) });
    return;
  }
  const broken = previous !== '' && !ENDED.test(previous) && !/^“/.test(line);
  if (last && (SUB_ITEM.test(line) || broken)) {
    if (lastItem) lastItem.text += `${broken ? '' : '\n'}${line}`;
    else last.text += `${broken ? '' : '\n'}${line}`;
    return;
  }
  paragraphs.push({ text: line, items: [] });
}
