import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSentFile } from '../read-sent-file.ts';

const file = readFileSync(new URL('../testing/numbered.doc', import.meta.url));
const lines = [
  '房屋租赁合同',
  '第一章 总则',
  '第一条 标的',
  '一.1 甲',
  '一.2 乙',
  '（一） 丙',
  '不编号的一段。',
  '第三条 价款',
  '三.1 丁',
  '第二章 附则',
  '第四条 继续',
  '• 按月',
  '第五条 表中 | 5000元',
  '第一条 另起',
];

/** The file with a field of its information block changed ([MS-DOC] 2.5.1). */
function withField(at: number, value: number): Buffer {
  const copy = Buffer.from(file);
  copy.writeUInt32LE(value, copy.indexOf(Buffer.from('eca5', 'hex')) + at);
  return copy;
}

describe('automatic numbers of a Word 97 file', () => {
  it('are counted, from lists, levels, styles and restarts', async () => {
    const { paragraphs, notices } = await readSentFile('合同.doc', file);
    expect(paragraphs).toEqual(lines);
    expect(notices).toEqual([]);
  });

  it.each([
    ['definitions of its lists lie beyond the file', 0x2e2, 0x7fffffff],
    ['lists lie beyond the file', 0x2ea, 0x7fffffff],
    ['lists are missing', 0x2ee, 0],
  ])('may be missing, and are said to be, where the %s', async (_, at, value) => {
    const { paragraphs, notices } = await readSentFile('合同.doc', withField(at, value));
    expect(paragraphs).toEqual(expect.arrayContaining(['房屋租赁合同', '标的', '不编号的一段。']));
    expect(notices).toEqual([expect.stringMatching(/自动编号有一部分读不到.*另存为 .docx/)]);
  });
});
