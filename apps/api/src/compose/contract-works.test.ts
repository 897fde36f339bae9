import { annotateText } from '@lutai/documents';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { contractWorks } from './contract-works.ts';

const lines = ['房屋租赁合同', '第一条 租金每月5000元。', '第二条 押金10000元，不予退还。'];
const works = contractWorks({ checklists: [], termsFolder: null, checkText: async () => [], aigcProducer: 'Desk-1' });
const finding = {
  ...{ key: 'a', kind: 'one-sided' as const, risk: 'high' as const, title: '押金不退', clause: null },
  ...{
    quote: '不予退还',
    start: lines.join('\n').indexOf('不予退还'),
    end: null,
    why: '押金应当退还。',
    provisions: [],
  },
  suggestion: { action: 'replace' as const, text: '退租后三日内退还' },
};

const at = new Date('2026-11-23T08:00:00Z');

it.each(['docx', 'pdf'])('labels the annotations on a contract that came as %s', async (format) => {
  const { docx: bytes } = await annotateText(lines.join('\n'), [], { author: '客户', date: at });
  const by = { author: '律台', at };
  const made = await works.annotate({ name: '合同', bytes, format }, lines.join('\n'), [finding], by);
  expect(made.unplaced).toEqual([]);
  const parts = unzipSync(made.bytes);
  const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  expect(xml('word/comments.xml')).toMatch(/w:author="律台（AI 辅助）".*人工智能辅助生成.*押金不退/s);
  expect(xml('docProps/custom.xml')).toMatch(/name="AIGC".*ContentProducer.*Desk-1/s);
});
