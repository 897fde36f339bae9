import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonLines } from '../testing/index.ts';
import { readCitationSet } from './citation-set.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lutai-citation-set-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const label = (raw: string, occurrence?: number) => ({ raw, occurrence, state: 'ok', target: null, note: '' });
const row = (id: string, ...citations: object[]) => ({
  id,
  asOf: '2025-01-01',
  text: '先看第一条，再看第一条。',
  citations,
});

async function read(...rows: object[]) {
  const file = join(folder, 'set.jsonl');
  await writeFile(file, jsonLines(...rows));
  return readCitationSet(file);
}

it('finds the occurrence that a label means', async () => {
  const [text] = await read(row('a', label('第一条'), label('第一条', 2)));
  expect(text?.citations.map(({ start, end }) => [start, end])).toEqual([
    [2, 5],
    [8, 11],
  ]);
});

it('refuses a label that its text does not have, an id given twice and an unknown state, each with its line', async () => {
  await expect(read(row('a', label('第一条', 3)))).rejects.toThrow(/第 1 行的文本里没有第 3 个“第一条”/u);
  await expect(read(row('a', label('第一条')), row('a', label('第一条')))).rejects.toThrow(/第 2 行与第 1 行重复/u);
  await expect(read(row('a', { ...label('第一条'), state: 'fine' }))).rejects.toThrow(/第 1 行缺少或写错了/u);
});
