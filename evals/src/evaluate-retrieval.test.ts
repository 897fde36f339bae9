import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evaluateRetrieval } from './evaluate-retrieval.ts';
import { BeirError } from './read-beir.ts';

const rows = (...values: object[]) => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`;
const document = (_id: string, title: string, article: string, text: string) => ({
  _id,
  title,
  text,
  metadata: { article, section: '总则 / 一般规定', file: `${title}.md`, published: null },
});
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lutai-beir-'));
  await mkdir(join(folder, 'qrels'));
  await writeFile(
    join(folder, 'corpus.jsonl'),
    rows(
      document('a0', '示例劳动法', '第一条', '用人单位拖欠工资的，应当限期支付。'),
      document('a1', '示例婚姻法', '第一条', '离婚后，子女的抚养费由双方负担。'),
      document('a2', '示例交通法', '第一条', '饮酒后驾驶机动车的，处罚款。'),
      document('a3', '示例租赁法', '第一条', '租赁期满的，出租人应当返还押金。'),
    ),
  );
  await writeFile(
    join(folder, 'queries.jsonl'),
    rows(
      { _id: 'q0', text: '公司拖欠工资' },
      { _id: 'q1', text: '离婚后抚养费怎么算' },
      { _id: 'q2', text: '公司拖欠的那件事' },
    ),
  );
  await writeFile(
    join(folder, 'qrels/test.tsv'),
    'query-id\tcorpus-id\tscore\nq0\ta0\t1\nq1\ta1\t1\nq1\ta3\t0\nq2\ta3\t1\n',
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('evaluateRetrieval', () => {
  it('runs every question of the split and leaves no index behind', async () => {
    const before = await readdir(folder);
    const report = await evaluateRetrieval({ beirDir: folder, split: 'test' });
    expect(report.queries).toBe(3);
    expect(report.metrics['mrr@10']).toBeGreaterThan(0.5);
    expect(report.latencyMs.p95).toBeGreaterThanOrEqual(report.latencyMs.p50);
    expect(await readdir(folder)).toEqual(before);
  });

  it('takes the train questions for answered cases, where the split is another one', async () => {
    const without = await evaluateRetrieval({ beirDir: folder, split: 'test' });
    // The words of q2 point to another provision: only an answered case of the same question can help.
    await writeFile(join(folder, 'qrels/train.tsv'), 'query-id\tcorpus-id\tscore\nq2\ta3\t1\n');
    const withCases = await evaluateRetrieval({ beirDir: folder, split: 'test' });
    expect(withCases.metrics['mrr@10']).toBe(1);
    expect(without.metrics['mrr@10']).toBeLessThan(1);
    const onTrain = await evaluateRetrieval({ beirDir: folder, split: 'train' });
    expect(onTrain.metrics['mrr@10']).toBeLessThan(1);
  });

  it('uses a kept index again', async () => {
    const cacheFolder = join(folder, 'cache');
    const stages: string[] = [];
    const run = () =>
      evaluateRetrieval({ beirDir: folder, split: 'test', cacheFolder, onProgress: ({ stage }) => stages.push(stage) });
    const first = await run();
    stages.length = 0;
    expect((await run()).metrics).toEqual(first.metrics);
    expect(new Set(stages)).toEqual(new Set(['search']));
  });

  it('names what is wrong with a folder', async () => {
    await expect(evaluateRetrieval({ beirDir: folder, split: 'dev' })).rejects.toThrow(BeirError);
    await writeFile(join(folder, 'corpus.jsonl'), '{"_id": "a0"}\n');
    await expect(evaluateRetrieval({ beirDir: folder, split: 'test' })).rejects.toThrow('corpus.jsonl, line 1');
  });
});
