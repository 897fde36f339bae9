import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';
import { aiNotice } from './ai-label.ts';
import { annotateText } from './annotate-text.ts';
import type { Annotation, AnnotationAuthor } from './annotation.ts';
import { readAnnotations } from './read-annotations.ts';
import { xmlOf } from './testing/word-file.ts';

const text = [
  '房屋租赁合同',
  '第一条 租金每月5000元，押一付三。',
  '第二条 甲方有权随时解除合同。',
  '第三条 本合同一式两份，自双方签字之日起生效。',
  '出租方（签字）：',
].join('\n');
const notes: Annotation[] = [
  { quote: { text: '押一付三' }, comment: '押金过高。', change: { action: 'replace', text: '押一付一' } },
  {
    quote: { text: '第二条 甲方有权随时解除合同。' },
    comment: '单方任意解除，显失公平。',
    change: { action: 'delete' },
  },
  { quote: null, comment: '缺少违约责任。', change: { action: 'insert-after', text: '第四条 违约方应当赔偿损失。' } },
];

const by: AnnotationAuthor = {
  author: '王敏',
  date: new Date('2026-11-23T08:00:00Z'),
  madeByAi: { producer: 'Lutai' },
};

const office = hasOffice();

describe('LibreOffice', () => {
  it('opens the document with its comments and tracked changes, and writes them out as they were', {
    timeout: 120_000,
  }, async (context) => {
    context.skip(!office, '这台机器上没有 soffice，跳过');
    const folder = await mkdtemp(path.join(tmpdir(), 'lutai-office-'));
    try {
      const file = path.join(folder, 'review.docx');
      const { docx } = await annotateText(text, notes, by);
      await writeFile(file, docx);
      const convert = (to: string) =>
        promisify(execFile)('soffice', [
          '--headless',
          `-env:UserInstallation=file://${path.join(folder, 'profile')}`,
          '--convert-to',
          to,
          '--outdir',
          path.join(folder, 'out'),
          file,
        ]);
      await convert('pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}');
      const bytes = await readFile(path.join(folder, 'out', 'review.pdf'));
      const pdf = await readDocument(bytes, { name: 'review.pdf' });
      const shown = pdf.text.replace(/\s+/g, '');
      expect(shown).toContain('押一付三押一付一。第二条甲方有权随时解除合同。第三条');
      expect(shown).toContain('之日起生效。第四条违约方应当赔偿损失。出租方');
      const said = [aiNotice(by), ...notes].map(({ comment }) => `王敏（AI 辅助） ${comment}`);
      expect((await pdfComments(bytes)).sort()).toEqual(said.sort());
      await convert('docx');
      const written = await readFile(path.join(folder, 'out', 'review.docx'));
      const labelIn = (file: Uint8Array) =>
        xmlOf(file, 'docProps/custom.xml')
          .replaceAll('&quot;', '"')
          .match(/\{"Label":"1".*\}/)?.[0];
      const labels = [docx, written].map(labelIn);
      expect(labels[0]).toBeDefined();
      expect(labels[1]).toBe(labels[0]);
      const [ours, theirs] = [docx, written].map(readAnnotations);
      expect(theirs?.originalText).toBe(ours?.originalText);
      expect(theirs?.acceptedText).toBe(ours?.acceptedText);
      expect(theirs?.comments).toMatchObject(ours?.comments ?? []);
      expect(theirs?.deletions).toMatchObject(ours?.deletions ?? []);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

async function pdfComments(bytes: Uint8Array): Promise<string[]> {
  const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1);
  const shown = (await page.getAnnotations()).filter(({ subtype }) => subtype === 'Text');
  return shown.map(({ titleObj, contentsObj }) => `${titleObj.str.split(',')[0]} ${contentsObj.str}`);
}

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
