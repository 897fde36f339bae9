import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jsonLines } from '@lutai/evals/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from '../../testing/run-here.ts';

const law = `# 示例租赁法

2020年1月1日 施行

<!-- INFO END -->

第一条 租赁期限不得超过二十年。

第二条 出租人应当履行维修义务。
`;

let folder = '';
let corpus: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lutai-eval-citations-'));
  await mkdir(path.join(folder, 'laws'));
  await writeFile(path.join(folder, 'laws/示例租赁法.md'), law);
  corpus = ['--corpus', path.join(folder, 'laws')];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const label = (raw: string, state: string, target: string | null = null) => ({ raw, state, target, note: '标注如此' });

async function evaluate(citations: object[], ...options: string[]) {
  const file = path.join(folder, 'set.jsonl');
  const text = '维修见《示例租赁法》第二条；《示例租赁法》第九条没有这一条。';
  await writeFile(file, jsonLines({ id: 't1', asOf: '2025-01-01', text, citations }));
  return runHere(['eval', 'citations', '--set', file, ...corpus, ...options]);
}

const second = label('《示例租赁法》第二条', 'ok', '《示例租赁法》第二条');

describe('eval citations', () => {
  it('ends with 0 where the check agrees with the labels', async () => {
    const ran = await evaluate([second, label('《示例租赁法》第九条', 'not-found')], '--json');
    expect(JSON.parse(ran.stdout)).toMatchObject({ texts: 1, labels: 2, right: 2, wrong: [], passed: true });
    expect(ran.code).toBe(0);
  });

  it('ends with 1 where it does not, and says which and why', async () => {
    const ran = await evaluate([second, label('《示例租赁法》第九条', 'ok')]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('状态正确  50.00%（1/2）');
    expect(ran.stdout).toContain('t1  《示例租赁法》第九条  状态不对：应为 ok，得到 not-found');
    expect(ran.stdout).toContain('标注：标注如此');
    expect(ran.stdout).toMatch(/没有达到要求。\n$/u);
  });

  it('names what is missing, with 1', async () => {
    const noSet = await runHere(['eval', 'citations', '--set', path.join(folder, 'none.jsonl'), ...corpus]);
    expect([noSet.code, noSet.stderr]).toEqual([1, expect.stringContaining('--set')]);
    const noLaws = await runHere(['eval', 'citations', '--corpus', path.join(folder, 'none')]);
    expect([noLaws.code, noLaws.stderr]).toEqual([1, expect.stringContaining('--corpus')]);
  });
});
