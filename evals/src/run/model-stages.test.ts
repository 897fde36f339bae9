import { rm } from 'node:fs/promises';
import { createModelSearch } from '@lutai/desk';
import { type LanguageModel, ModelError } from '@lutai/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBeir } from '../reading/read-beir.ts';
import { reportRun } from '../scoring/report-run.ts';
import { makeBeirFolder } from '../testing/beir-folder.ts';
import { characterModel } from '../testing/character-embeddings.ts';
import { crossValidate } from './cross-validate.ts';
import { evaluateRetrieval } from './evaluate-retrieval.ts';
import { countModelCalls, toModelStages } from './model-stages.ts';
import { variantsAround } from './outer-stages.ts';

let folder = '';
beforeEach(async () => {
  folder = await makeBeirFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stages = ['rewrite', 'rerank'] as const;

/** Knows that 「公司拖欠的那件事」 is about a deposit, and nothing of the other questions. */
function open(refuses: (schemaName: string) => boolean = () => false) {
  const model: LanguageModel = {
    name: 'knowing',
    async generate({ schema, schemaName, messages }) {
      if (refuses(schemaName)) throw new ModelError('refused', 'no');
      const asked = messages[0]?.content ?? '';
      const id = asked.includes('那件事') ? /(P\d+) 示例租赁法/u.exec(asked)?.[1] : 'P1';
      const value = schema.parse({ order: [id], text: asked.includes('那件事') ? '返还押金' : '没有改动' });
      return { value, usage: { inputTokens: 5, outputTokens: 2 }, ms: 1, attempts: 1, shortened: 0, kept: false };
    },
  };
  const failures: string[] = [];
  const calls = countModelCalls(({ stage }) => failures.push(stage));
  const kept = { count: 1000, keptMs: Number.POSITIVE_INFINITY };
  const search = createModelSearch({ model, stages, now: () => new Date(), kept, onCall: calls.count });
  const set = readBeir(folder, 'test');
  return { set, failures, calls, outer: toModelStages({ search, stages, model: 'knowing', set }) };
}

describe('stages of a language model', () => {
  it('are measured together, without each and without all, and say who answered', async () => {
    const { set, outer, calls, failures } = open();
    const run = await evaluateRetrieval({ set, model: characterModel(), outer, variants: variantsAround([], outer) });
    const report = reportRun(run);
    expect(report.modelId).toBe('characters knowing(rewrite,rerank)');
    expect(report.metrics['mrr@10']).toBe(1);
    const rows = report.ablation ?? [];
    expect(rows.map(({ kind, stage }) => [kind, stage])).toEqual([
      ['all', null],
      ['without', 'rewrite'],
      ['without', 'rerank'],
      ['without', 'rewrite+rerank'],
    ]);
    const plain = reportRun(await evaluateRetrieval({ set, model: characterModel() }));
    expect(rows.at(-1)?.metrics['mrr@10'].value).toBe(plain.metrics['mrr@10']);
    expect(plain.metrics['mrr@10']).toBeLessThan(1);
    // Three questions, none of them asked to warm up; a question is rewritten once for all rows.
    expect(calls.byStage().rewrite).toEqual({
      ...{ made: 3, failed: 0, failures: {}, meanMs: expect.any(Number) },
      ...{ inputTokens: 15, outputTokens: 6 },
    });
    expect(failures).toEqual([]);
  });

  it('that fail are counted, and leave the figures of the search without them', async () => {
    const { set, outer, calls, failures } = open((schemaName) => schemaName === 'provision_order');
    const found = await evaluateRetrieval({ set, model: characterModel(), outer, variants: variantsAround([], outer) });
    const [all, , withoutRerank] = reportRun(found).ablation ?? [];
    expect(all?.metrics['mrr@10'].value).toBe(withoutRerank?.metrics['mrr@10'].value);
    expect(calls.byStage().rerank).toMatchObject({ made: 6, failed: 6, failures: { refused: 6 } });
    expect(failures).toEqual(['rerank']);
  });

  it('help each fold of a cross-validation', async () => {
    const { set, outer, calls } = open();
    const run = await crossValidate({ set, fit: async () => characterModel(), folds: 3, seed: 1, outer });
    expect(run.header.modelId).toBe('characters knowing(rewrite,rerank)');
    expect(calls.byStage().rewrite?.made).toBe(3);
  });
});
