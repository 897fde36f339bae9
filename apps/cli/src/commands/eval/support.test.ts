import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { jsonLines } from '@lutai/evals/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from '../../testing/run-here.ts';

const citation = '《中华人民共和国示例法》第一条';
const claims = [
  { id: 'lease-0a1b2c-s1', claim: '租赁期限不得超过20年。', citation, support: 'supported', note: '' },
  { id: 'lease-0a1b2c-c1', claim: '租赁期限不得超过30年。', citation, support: 'contradicted', note: '' },
  { id: 'lease-0a1b2c-d1', claim: '租赁期限不得超过20年。', citation, support: 'doubtful', note: '判错的一条' },
];
let folder = '';
const file = (name: string) => path.join(folder, name);
const run = (...more: string[]) =>
  runHere(['eval', 'support', '--set', file('pairs.jsonl'), '--corpus', folder, ...more]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'support-'));
  await writeFile(file('示例法(2020-01-01).md'), '# 中华人民共和国示例法\n\n第一条 租赁期限不得超过二十年。\n');
  await writeFile(file('pairs.jsonl'), jsonLines(...claims));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('eval support', () => {
  it('prints the confusion table and the two mistakes that matter', async () => {
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout).toContain('论断 3 条（两份），引法条 1 条、法规 1 件\n判对 66.7%\n相反而判为支持  0/1（0.0%）');
    expect(stdout).toMatch(/^存疑 +1 +0 +0 +0$/mu);
  });

  it('prints one JSON document', async () => {
    const { code, stdout } = await run('--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      split: 'all',
      pairs: 3,
      table: { supported: { supported: 1 }, contradicted: { contradicted: 1 }, doubtful: { supported: 1 } },
    });
  });

  it('takes one part alone, and tells the mistakes of the tune part only', async () => {
    const part = async (split: string) => JSON.parse((await run('--split', split, '--json', '--mistakes')).stdout);
    const tune = await part('tune');
    const measure = await part('measure');
    expect(tune.pairs + measure.pairs).toBe(3);
    expect(measure.mistakes).toEqual([]);
  });

  it('names what is wrong', async () => {
    expect((await run('--split', 'test')).code).toBe(2);
    const nowhere = await runHere(['eval', 'support', '--set', file('none.jsonl')]);
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('none.jsonl')]);
  });
});
