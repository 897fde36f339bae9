import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resultOf, runOf } from '../testing/results.ts';
import { readRunFile, writeRunFile } from './run-file.ts';

let folder = '';
const run = runOf([resultOf('q0', [1, null], { area: 'labour' }), resultOf('q1', [7], { isSeen: true })]);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lutai-run-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('run file', () => {
  it('gives back what was saved, but for the times', async () => {
    const file = join(folder, 'a.jsonl');
    writeRunFile(file, run);
    const { header, results } = readRunFile(file);
    expect(header).toEqual(run.header);
    expect(results).toEqual(run.results.map(({ latencyMs: _, ...kept }) => kept));
  });

  it('names what is wrong with it', async () => {
    const file = join(folder, 'a.jsonl');
    writeRunFile(file, run);
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.split('\n').slice(0, 2).join('\n'));
    expect(() => readRunFile(file)).toThrow('不完整');
    await writeFile(file, '');
    expect(() => readRunFile(file)).toThrow('第 1 行');
    await writeFile(file, whole);
    await appendFile(file, '{"id":"q2"');
    expect(() => readRunFile(file)).toThrow('第 4 行');
    expect(() => readRunFile(join(folder, 'none.jsonl'))).toThrow('none.jsonl');
    expect(() => writeRunFile(join(folder, 'no/such/a.jsonl'), run)).toThrow('a.jsonl');
  });
});
