import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBeir } from '../reading/read-beir.ts';
import { reportRun } from '../scoring/report-run.ts';
import { makeBeirFolder, qrels } from '../testing/beir-folder.ts';
import { characterModel } from '../testing/character-embeddings.ts';
import { type EvaluateRetrievalInput, evaluateRetrieval } from './evaluate-retrieval.ts';

let folder = '';

beforeEach(async () => {
  folder = await makeBeirFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const evaluate = async (split: string, others: Partial<EvaluateRetrievalInput> = {}) =>
  reportRun(await evaluateRetrieval({ set: readBeir(folder, split), ...others }));

describe('evaluateRetrieval', () => {
  it('runs every question of the split and leaves no index behind', async () => {
    const before = await readdir(folder);
    const report = await evaluate('test');
    expect(report.queries).toBe(3);
    expect(report.metrics['mrr@10']).toBeGreaterThan(0.5);
    expect(report.latencyMs.p95).toBeGreaterThanOrEqual(report.latencyMs.p50);
    expect(await readdir(folder)).toEqual(before);
    // What scripts rely on comes first.
    expect(Object.keys(report).slice(0, 3)).toEqual(['queries', 'metrics', 'latencyMs']);
    for (const [name, [low, high]] of Object.entries(report.intervals)) {
      expect([name, low <= high]).toEqual([name, true]);
    }
  });

  it('takes the train questions for answered cases, where the split is another one', async () => {
    const without = await evaluate('test');
    // The words of q2 point to another provision: only an answered case of the same question can help.
    await writeFile(join(folder, 'qrels/train.tsv'), qrels(['q2', 'a3', 1]));
    const withCases = await evaluate('test');
    expect(withCases.metrics['mrr@10']).toBe(1);
    expect(without.metrics['mrr@10']).toBeLessThan(1);
    const onTrain = await evaluate('train');
    expect(onTrain.metrics['mrr@10']).toBeLessThan(1);
  });

  it('reports provisions that training named apart from the others', async () => {
    const model = characterModel();
    expect(await evaluate('test', { model })).toMatchObject({ seen: {}, unseen: {} });
    await writeFile(join(folder, 'qrels/train.tsv'), qrels(['q2', 'a3', 1]));
    const namedProvisions = new Set(['示例劳动法第一条']);
    const { seen, unseen } = await evaluate('test', { model: { ...model, namedProvisions } });
    expect(seen.trainQuestions?.pairs).toBe(1);
    expect(unseen.trainQuestions?.pairs).toBe(2);
    expect(seen.anyTraining?.pairs).toBe(2);
    expect(unseen.anyTraining?.pairs).toBe(1);
    expect(seen.trainQuestions?.['recall@100']).toBe(1);
  });

  it('uses a kept index again', async () => {
    const cacheFolder = join(folder, 'cache');
    const stages: string[] = [];
    const run = () => evaluate('test', { cacheFolder, onProgress: ({ stage }) => stages.push(stage) });
    const first = await run();
    stages.length = 0;
    expect((await run()).metrics).toEqual(first.metrics);
    expect(new Set(stages)).toEqual(new Set(['search']));
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort(new Error('enough'));
    const running = evaluate('test', { model: characterModel(), onProgress, signal: controller.signal });
    await expect(running).rejects.toThrow('enough');
  });
});
