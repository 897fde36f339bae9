import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDocumentFile } from './read-document-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lutai-documents-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('reads a file of the disk', async () => {
  const file = path.join(folder, '法.md');
  await writeFile(file, '# 法\n\n第一条 甲。\n');
  expect(await readDocumentFile(file)).toEqual({ format: 'markdown', text: '# 法\n\n第一条 甲。\n' });
});

it('refuses a file of 200 MB by its size, without reading it', async () => {
  const file = path.join(folder, 'large.md');
  await writeFile(file, '');
  await truncate(file, 200 * 1024 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  await expect(readDocumentFile(file)).rejects.toMatchObject({ code: 'too-large', message: /200 MB/ });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024);
});
