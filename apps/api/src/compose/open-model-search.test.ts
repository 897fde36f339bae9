import { type ModelServer, startModelServer } from '@lutai/model/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/index.ts';

/** A question none of whose words are those of the provision that answers it. */
const question = '老板说我干得不好，今天就叫我滚蛋，一分钱不给，凭什么';
const answering = '《中华人民共和国劳动合同法》第四十条';
const words = '劳动者不能胜任工作，经过培训或者调整工作岗位，仍不能胜任工作的，提前三十日以书面形式通知';
const answer = {
  outcome: 'answered',
  conclusion: '不可以。',
  missingFacts: [],
  calculations: [],
  steps: [],
  evidence: [],
};
const claim =
  '劳动者不能胜任工作，经过培训或者调整工作岗位，仍不能胜任工作的，用人单位提前三十日以书面形式通知后可以解除劳动合同';

/** Rests on the provision that answers, under the id that the prompt gives it. */
function claimsOf(message: string) {
  const id = /(P\d+) 中华人民共和国劳动合同法 第四十条\n/u.exec(message)?.[1] ?? 'P0';
  return [{ condition: '', text: claim, provisions: [{ id, words: '' }] }];
}

let model: ModelServer;
let isDown = false;
let test: TestApp;
beforeAll(async () => {
  model = await startModelServer((name, message) => {
    if (isDown) return null;
    if (name === 'legal_answer') return JSON.stringify({ ...answer, claims: claimsOf(message) });
    const id = /(P\d+) 中华人民共和国劳动合同法 第四十条\n/u.exec(message)?.[1];
    return JSON.stringify(name === 'provision_order' ? { order: id === undefined ? [] : [id] } : { text: words });
  });
  const endpoint = { baseUrl: model.baseUrl, apiKey: 'none' };
  test = await openTestApp({ endpoint, model: 'test-model', modelStages: ['rewrite', 'hyde', 'rerank'] });
});
afterAll(async () => {
  await test.close();
  await model.close();
});

describe('a desk with a language model', () => {
  const ask = () => test.desk.deps.verbs.ask({ question, factsDate: null });
  const search = () => test.desk.deps.verbs.search({ question, k: 20, asOf: null });

  it('searches for people without it', async () => {
    const { hits } = await search();
    expect(hits[0]?.citation).not.toBe(answering);
    expect(model.asked).toEqual([]);
  });

  it('drafts from what it found with it', async () => {
    const content = await ask();
    expect([...model.asked].sort()).toEqual(['legal_answer', 'legal_question', 'likely_provision', 'provision_order']);
    expect(model.asked.at(-1)).toBe('legal_answer');
    expect(content.drafter).toBe('model');
    expect(content.provisions[0]?.citation).toBe(answering);
  });

  it('drafts from what is found without it while the model is down, and says so', async () => {
    isDown = true;
    // Another question: the answers to the first one are still kept.
    const other = `${question}？？`;
    const content = await test.desk.deps.verbs.ask({ question: other, factsDate: null });
    const { hits } = await test.desk.deps.verbs.search({ question: other, k: 20, asOf: null });
    expect(content.drafter).toBe('extractive');
    expect(content.notices.join()).toContain('检索时语言模型没有完成：改写问题（密钥无效或没有权限）、拟写条文');
    const ids = (all: { provisionId: string }[]) => all.map(({ provisionId }) => provisionId);
    expect(ids(hits)).toEqual(expect.arrayContaining(ids(content.provisions)));
    isDown = false;
  });
});
