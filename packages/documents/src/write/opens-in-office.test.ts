import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';
import { approvedBy, sampleAnswer } from '../testing/index.ts';
import { writeAnswerDocx } from './write-answer-docx.ts';

const text = [
  '您好！',
  '## 结论',
  '可以**书面通知**解除劳动合同 <b>&amp;</b>。',
  '3. 先催告\n   - 费用：20 元\n4. 再仲裁',
  '> 未及时足额支付劳动报酬的；',
].join('\n\n');

const office = hasOffice();

describe('LibreOffice', () => {
  it('opens the document and lays it out with its labels and its page number', {
    timeout: 120_000,
  }, async (context) => {
    context.skip(!office, '这台机器上没有 soffice，跳过');
    const folder = await mkdtemp(path.join(tmpdir(), 'lutai-office-'));
    try {
      const file = path.join(folder, 'answer.docx');
      await writeFile(file, await writeAnswerDocx(sampleAnswer(text, { approval: approvedBy('王敏') })));
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      await promisify(execFile)('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, file]);
      const pdf = await readDocument(await readFile(path.join(folder, 'answer.pdf')), { name: 'answer.pdf' });
      const shown = pdf.text.replace(/\s+/g, '');
      expect(shown.match(/由人工智能辅助生成，经王敏于2026年11月24日核准/g)).toHaveLength(3);
      expect(shown).toMatch(/3\.先催告.*费用：20元.*4\.再仲裁/);
      expect(shown).toContain('<b>&</b>');
      expect(shown).toContain('第1页/共1页');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
