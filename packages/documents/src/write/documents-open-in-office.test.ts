import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';
import { documentText, fillTemplate, loadTemplates } from '../templates/index.ts';
import { templateSamples } from '../templates/testing/index.ts';
import { writeDocument } from './write-document.ts';

const templates = await loadTemplates(fileURLToPath(new URL('../../../../corpus/templates', import.meta.url)));
const office = hasOffice();
const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('LibreOffice', () => {
  it('opens every document, filled from three matters, and shows all its words', {
    timeout: 300_000,
  }, async (context) => {
    context.skip(!office, '这台机器上没有 soffice，跳过');
    const folder = await mkdtemp(path.join(tmpdir(), 'lutai-documents-'));
    try {
      const filled = templates.flatMap((template) =>
        (templateSamples[template.id] ?? []).map((values, at) => ({
          id: `${template.id}-${at + 1}`,
          tree: fillTemplate(template, values).document,
        })),
      );
      expect(filled).toHaveLength(templates.length * 3);
      for (const { id, tree } of filled) {
        const file = await writeDocument('docx', {
          ...{ tree, number: null, madeByAi: true, id, contentHash: 'c0ffee', approval: null },
          ...{ writtenAt: new Date('2026-11-23T01:00:00Z'), producer: 'Lutai' },
        });
        await writeFile(path.join(folder, `${id}.docx`), file);
      }
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      const files = filled.map(({ id }) => path.join(folder, `${id}.docx`));
      await promisify(execFile)('soffice', [
        '--headless',
        profile,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files,
      ]);
      for (const { id, tree } of filled) {
        const pdf = await readDocument(await readFile(path.join(folder, `${id}.pdf`)), { name: `${id}.pdf` });
        const shown = squeezed(pdf.text).replaceAll('本文由人工智能生成，未经人工核准', '');
        for (const line of documentText(tree).split('\n')) expect(shown, id).toContain(squeezed(line));
      }
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
