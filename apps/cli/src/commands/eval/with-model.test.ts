import { rm } from 'node:fs/promises';
import { makeBeirFolder } from '@lutai/evals/testing';
import { type ModelServer, startModelServer } from '@lutai/model/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runHere } from '../../testing/run-here.ts';

let folder = '';
let model: ModelServer;
let isDown = false;
const evaluate = (...options: string[]) =>
  runHere(['eval', 'retrieval', '--beir', folder, '--split', 'test', ...options]);

beforeAll(async () => {
  folder = await makeBeirFolder();
  model = await startModelServer((name, message) => {
    if (isDown) return null;
    const meant = message.includes('那件事')
      ? '示例租赁法'
      : message.includes('离婚后抚养费')
        ? '示例婚姻法'
        : '示例劳动法';
    const id = new RegExp(`(P\\d+) ${meant}`, 'u').exec(message)?.[1];
    return JSON.stringify(name === 'provision_order' ? { order: [id] } : { text: '返还押金' });
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  isDown = false;
});
afterAll(async () => {
  await model.close();
  await rm(folder, { recursive: true, force: true });
});
function configure() {
  vi.stubEnv('OPENAI_BASE_URL', model.baseUrl);
  vi.stubEnv('LUTAI_MODEL', 'test-model');
}

describe('eval retrieval --with-model', () => {
  it('without a model, or with a stage that there is not, is bad usage', async () => {
    vi.stubEnv('LUTAI_MODEL', '');
    const without = await evaluate('--with-model', 'rewrite');
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('请设 LUTAI_MODEL')]);
    const unknown = await evaluate('--with-model', 'rewrite,magic');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('magic')]);
    expect(model.asked).toEqual([]);
  });

  it('gives the figures with the model, a row without each stage, and the calls', async () => {
    configure();
    const { code, stdout } = await evaluate('--with-model', 'rerank, hyde', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      metrics: { 'mrr@10': 1 },
      modelId: expect.stringContaining('test-model(hyde,rerank)'),
      languageModel: { name: 'test-model', calls: { hyde: { made: 3, failed: 0 } } },
      ablation: [{}, { stage: 'hyde' }, { stage: 'rerank' }, { stage: 'hyde+rerank' }],
    });
    expect(new Set(model.asked)).toEqual(new Set(['likely_provision', 'provision_order']));
  });

  it('says how many calls failed, and then gives the figures without them', async () => {
    configure();
    isDown = true;
    const { code, stdout, stderr } = await evaluate('--with-model', 'rewrite');
    expect(code).toBe(0);
    expect(stderr).toContain('语言模型第一次没有完成 rewrite：unauthorized');
    expect(stdout).toMatch(/语言模型 test-model\n.*失败.*\n {2}rewrite +3 +3 .*unauthorized 3\n/u);
    expect(stdout).toMatch(/去掉 rewrite +[\d.]+ +0\.0000/u);
  });
});
