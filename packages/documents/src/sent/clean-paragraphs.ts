import { maxCharacters, maxParagraphs, type Reading, tooLong } from './sent-file.ts';

/** Characters that are not seen but change what is read: zero width, direction marks, tags, controls. */
const unseen =
  /(?!\t)\p{Cc}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const turned = /[\u202a-\u202e\u2066-\u2069]/;

/** Paragraphs without unseen characters and blank lines; says where characters that turn the reading order were. */
export function cleanParagraphs({ paragraphs, notices }: Reading): Reading {
  const cleaned: string[] = [];
  let length = 0;
  let turnedAt: number | null = null;
  for (const paragraph of paragraphs) {
    for (const line of paragraph.split(/[\n\v\f\r\u2028\u2029]/)) {
      if (turned.test(line)) turnedAt ??= cleaned.length + 1;
      const text = line
        .replace(unseen, '')
        .replace(/[\t\u00a0 ]+/g, ' ')
        .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
      if (text === '') continue;
      length += text.length + 1;
      cleaned.push(text);
      if (length > maxCharacters || cleaned.length > maxParagraphs) throw tooLong();
    }
  }
  if (turnedAt === null) return { paragraphs: cleaned, notices };
  return {
    paragraphs: cleaned,
    notices: [...notices, `第 ${turnedAt} 段有改变文字顺序的隐藏字符，已去掉，请与原件核对`],
  };
}
