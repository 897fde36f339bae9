import { parseLaw } from '@lutai/law';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';
import { makeDocx } from './testing/make-docx.ts';
import { makePdf } from './testing/make-pdf.ts';

const paragraphs = [
  '中华人民共和国测试合同法',
  '（2020年5月28日第十三届全国人民代表大会第三次会议通过）',
  '第一编 通则',
  '第一章 一般规定',
  '第一条 为了保护当事人的合法权益，维护社会经济秩序，促进社会主义现代化建设，根据宪法，制定本法。',
  '本法所称合同是平等主体之间设立、变更、终止民事权利义务关系的协议。',
  '第二条 有下列情形之一的，合同无效：',
  '（一）一方以欺诈、胁迫的手段订立合同，损害国家利益；',
  '（二）违反法律、行政法规的强制性规定。',
  '第二章 附则',
  '第三条 本法自2021年1月1日起施行。',
];

const bytes = (text: string) => new TextEncoder().encode(text);
/** As a printer would break it: at most 24 characters a line. */
const printed = paragraphs.flatMap((text) => text.match(/.{1,24}/gu) ?? []);
const files: [string, Uint8Array][] = [
  ['a.txt', bytes(paragraphs.map((text) => `　　${text}`).join('\r\n'))],
  ['a.html', bytes(`<html><body>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></html>`)],
  ['a.docx', makeDocx(paragraphs.map((text) => ({ text })))],
  ['a.pdf', makePdf([printed.slice(0, 7), printed.slice(7)])],
];
const markdown = [
  `# ${paragraphs[0]}\n\n${paragraphs[1]}\n\n<!-- INFO END -->`,
  `## ${paragraphs[2]}\n\n### ${paragraphs[3]}`,
  ...paragraphs.slice(4, 9),
  `### ${paragraphs[9]}`,
  paragraphs[10],
].join('\n\n');

describe('a law', () => {
  it.each(files)('reads the same from %s as from Markdown', async (name, content) => {
    const { text } = await readDocument(content, { name });
    const read = parseLaw(text, { file: name });
    const wanted = parseLaw(markdown, { file: 'a.md' });
    expect(read.provisions).toEqual(wanted.provisions);
    expect([read.title, read.promulgated, read.effectiveFrom]).toEqual([
      wanted.title,
      wanted.promulgated,
      wanted.effectiveFrom,
    ]);
  });
});
