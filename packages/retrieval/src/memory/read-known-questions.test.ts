import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readKnownQuestions } from './read-known-questions.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lutai-known-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const line = (text: string) => JSON.stringify({ text, citations: ['示例法第一条'] });

it('reads all files in the order of their names, and nothing else of the folder', async () => {
  await writeFile(join(folder, 'b.jsonl'), `${line('二')}\n\n`);
  await writeFile(join(folder, 'a.jsonl'), `${line('一')}\r\n`);
  await writeFile(join(folder, 'README.md'), 'not a question');
  expect(readKnownQuestions(folder).map(({ text }) => text)).toEqual(['一', '二']);
});

it('names the file and the line that is wrong', async () => {
  await writeFile(join(folder, 'a.jsonl'), `${line('一')}\n{"text":"二","citations":[]}\n`);
  expect(() => readKnownQuestions(folder)).toThrow('a.jsonl:2');
});
