import type { Recipe, TrainingData } from '@lutai/embedder/train';
import { describe, expect, it } from 'vitest';
import { featureNames } from '../src/ranking/features.ts';
import { fitRetrieval } from './fit-retrieval.ts';
import { rankerRecipe } from './ranker-recipe.ts';
import { readTrainingCorpus } from './training-context.ts';

const stage = { batch: 4, temperature: 0.05, learningRate: 0.05, dropout: 0.1 };
const recipe: Recipe = {
  seed: 1,
  dimensions: 16,
  features: 2000,
  language: { ...stage, steps: 20 },
  questions: { ...stage, epochs: 10, negatives: 4, answers: true },
};
const ranker = { ...rankerRecipe, parts: 2, nets: 1, hidden1: 6, hidden2: 4, epochs: 2 };

const topics = [
  ['工资', '用人单位应当按月支付劳动报酬，不得无故拖欠。', '老板压着薪水不给'],
  ['离婚', '夫妻双方自愿离婚的，应当到登记机关办理，并妥善安排子女。', '两口子过不下去了'],
  ['租赁', '租赁期满，承租人应当返还房屋，出租人应当退还押金。', '房东把钱扣下了'],
  ['借款', '借款人应当按照约定的期限返还本金，并支付利息。', '朋友拿了钱不还'],
  ['交通', '机动车发生事故的，由保险公司先行赔偿，不足部分由责任人承担。', '被车撞了谁出医药费'],
  ['消费', '经营者提供商品有欺诈行为的，应当增加赔偿消费者的损失。', '买到假货了'],
] as const;
const data: TrainingData = {
  provisions: topics.map(([law, text], i) => ({ law, article: `第${i}条`, path: '总则', text, day: '' })),
  questions: topics.map(([, , text], i) => ({
    source: i % 2 === 0 ? 'stard' : 'own',
    file: i % 2 === 0 ? null : 'topics.jsonl',
    text,
    answer: null,
    provisions: [i],
  })),
  stardCorpus: new Set(topics.keys()),
};

describe('training both stages', () => {
  it('gives a model, and a ranker for that model, the same ones again', async () => {
    const corpus = await readTrainingCorpus(data);
    const run = () => fitRetrieval(corpus, data.questions, { threads: 2, recipe, ranker });
    const first = await run();
    expect(first.ranker.modelId).toBe(first.modelId);
    expect(first.ranker.features).toEqual(featureNames);
    const second = await run();
    expect(second.encoded.equals(first.encoded)).toBe(true);
    expect(second.ranker).toEqual(first.ranker);
  });

  it('sees nothing of questions that it is not given', async () => {
    const corpus = await readTrainingCorpus(data);
    const others = { ...data, questions: data.questions.slice(0, 4) };
    const few = await fitRetrieval(corpus, others.questions, { threads: 1, recipe, ranker });
    const alone = await fitRetrieval({ ...corpus, data: others }, others.questions, { threads: 1, recipe, ranker });
    expect(few.modelId).toBe(alone.modelId);
    expect(few.ranker).toEqual(alone.ranker);
  });

  it('stops where the signal says so', async () => {
    const corpus = await readTrainingCorpus(data);
    const stop = new AbortController();
    const fitting = fitRetrieval(corpus, data.questions, {
      threads: 1,
      recipe,
      ranker,
      signal: stop.signal,
      onProgress: ({ stage: at }) => at === 'questions' && stop.abort(new Error('enough')),
    });
    await expect(fitting).rejects.toThrow('enough');
  });
});
