import { LawTextError } from './law-types.ts';

/** One line without Markdown emphasis and outer white space; `hashes` is its heading level, 0 for none. */
export interface TextLine {
  text: string;
  hashes: number;
}

/** Line ends, byte-order mark and invisible characters made plain. Throws when the text is empty or no text at all. */
export function cleanText(text: string): string {
  const clean = text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '');
  if (clean.trim() === '') throw new LawTextError('empty', '文件是空的。');
  if (clean.includes('\u0000') || clean.includes('\ufffd')) {
    throw new LawTextError('not-text', '文件不是可读的 UTF-8 文本（含有无法解码的字符）。');
  }
  return clean;
}

/** Non-blank lines. HTML comments (<!-- TABLE --> and the like) are marks of the file, not words of the law. */
export function toLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (const raw of text.replace(/<!--[\s\S]{0,300}?-->/g, '').split('\n')) {
    const heading = /^[\s\u3000]*(#{1,6})[\s\u3000]+(.*)$/.exec(raw);
    const text = unwrapEmphasis((heading?.[2] ?? raw).trim());
    if (text !== '') lines.push({ text, hashes: heading?.[1]?.length ?? 0 });
  }
  return lines;
}

/** `**第一条** …` and `**第一条 …**` lose their stars; stars anywhere else are left as they are. */
function unwrapEmphasis(text: string): string {
  const leading = /^(\*\*|__)(?=\S)(.*?)\1[\s\u3000]*(.*)$/.exec(text);
  if (!leading) return text;
  const [, , inner = '', rest = ''] = leading;
  return rest === '' ? inner : `${inner.trimEnd()} ${rest}`;
}
