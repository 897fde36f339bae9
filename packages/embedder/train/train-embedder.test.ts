import { describe, expect, it } from 'vitest';
import { createTextEmbedding } from '../src/embed-text.ts';
import { encodeWeights } from '../src/weights.ts';
import type { Recipe } from './recipe.ts';
import { trainEmbedder } from './train-embedder.ts';
import { type LabelledQuestion, passageText, type TrainingData } from './training-data.ts';

const recipe: Recipe = {
  seed: 1,
  dimensions: 16,
  features: 2000,
  language: { steps: 20, batch: 4, temperature: 0.05, learningRate: 0.05, dropout: 0.1 },
  questions: {
    epochs: 20,
    batch: 4,
    negatives: 4,
    temperature: 0.05,
    learningRate: 0.05,
    dropout: 0.1,
    rehearse: true,
    answers: true,
  },
};

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
  questions: [],
  stardCorpus: new Set(),
};
const questions: LabelledQuestion[] = topics.map(([, , text], i) => ({
  source: 'lay',
  text,
  answer: i % 2 === 0 ? `关于${text}，应当依法处理。` : null,
  provisions: [i],
}));
const train = (threads: 1 | 2) => trainEmbedder(data, questions, recipe, { threads, onProgress: () => {} });

describe('training', () => {
  it('gives the same bytes on one thread as on two', async () => {
    const [one, two] = [await train(1), await train(2)];
    expect(encodeWeights(one).equals(encodeWeights(two))).toBe(true);
  });

  it('brings questions to their provisions though they share no word', async () => {
    const embed = createTextEmbedding(await train(1));
    for (const [i, question] of questions.entries()) {
      const asked = embed(question.text);
      const scores = data.provisions.map((provision) =>
        embed(passageText(provision)).reduce((sum, value, d) => sum + value * (asked[d] ?? 0), 0),
      );
      expect(scores.indexOf(Math.max(...scores))).toBe(i);
    }
  });

  it('reports every step of both stages', async () => {
    const seen: string[] = [];
    await trainEmbedder(data, questions, recipe, {
      threads: 1,
      onProgress: ({ stage, step, steps }) => seen.push(`${stage} ${step}/${steps}`),
    });
    expect(seen[0]).toMatch(/^language 1\//);
    const [, steps] = (seen.at(-1) ?? '').split('/');
    expect(seen).toHaveLength(Number(steps));
    expect(seen.filter((line) => line.startsWith('questions'))).toHaveLength(20 * 3);
  });
});
