import { beforeAll, describe, expect, it } from 'vitest';
import { createTextEmbedding } from '../src/embed-text.ts';
import { encodeWeights } from '../src/weights.ts';
import { evaluateWeights } from './evaluate.ts';
import type { Recipe } from './recipe.ts';
import { type LanguageStage, trainLanguage } from './train-language.ts';
import { trainQuestionSets, trainQuestions } from './train-questions.ts';
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

const questions: LabelledQuestion[] = topics.map(([, , text], i) => ({
  source: i < 2 ? 'stard' : 'own',
  file: i < 2 ? null : 'topics.jsonl',
  text,
  answer: i % 2 === 0 ? `关于${text}，应当依法处理。` : null,
  provisions: [i],
}));
const data: TrainingData = {
  provisions: topics.map(([law, text], i) => ({ law, article: `第${i}条`, path: '总则', text, day: '' })),
  questions,
  stardCorpus: new Set([0, 1, 2]),
};
const asked = [...questions.flatMap(({ text, answer }) => [text, answer ?? '']), '彩礼要不要退'];
const bytes = (weights: Parameters<typeof encodeWeights>[0]) => encodeWeights(weights).toString('base64');
let stage: LanguageStage;

beforeAll(async () => {
  stage = await trainLanguage(data, asked, recipe);
});

describe('training', () => {
  it('of the language gives the same numbers again', async () => {
    const again = await trainLanguage(data, asked, recipe);
    expect(again.vectors).toEqual(stage.vectors);
    expect(again.squares).toEqual(stage.squares);
  });

  it('of questions gives the same bytes alone and beside others, and leaves the language as it was', async () => {
    const before = stage.vectors.slice();
    const fewer = questions.slice(1);
    const first = bytes(await trainQuestions(stage, data, questions, recipe));
    const second = bytes(await trainQuestions(stage, data, fewer, recipe));
    const together = await trainQuestionSets(stage, data, [questions, fewer, questions], recipe, { threads: 2 });
    expect(together.map(bytes)).toEqual([first, second, first]);
    expect(first).not.toBe(second);
    expect(stage.vectors).toEqual(before);
  });

  it('brings questions to their provisions though they share no word', async () => {
    const weights = await trainQuestions(stage, data, questions, recipe);
    const embed = createTextEmbedding(weights);
    for (const [i, question] of questions.entries()) {
      const own = embed(question.text);
      const scores = data.provisions.map((provision) =>
        embed(passageText(provision)).reduce((sum, value, d) => sum + value * (own[d] ?? 0), 0),
      );
      expect(scores.indexOf(Math.max(...scores))).toBe(i);
    }
    const best = { 'recall@10': 1, 'recall@100': 1, 'mrr@10': 1 };
    expect(await evaluateWeights(weights, data, questions)).toEqual({
      stard: { questions: 2, ...best },
      own: { questions: 4, ...best },
    });
  });

  it('leaves no noise in features that no text of the training has', async () => {
    const { features, scales, vectors, dimensions } = await trainQuestions(stage, data, questions, recipe);
    for (const [name, touched] of [
      ['彩礼', false],
      ['薪水', true],
    ] as const) {
      const feature = features.indexOf(name);
      const own = vectors.subarray(feature * dimensions, (feature + 1) * dimensions);
      expect(own.some((value) => value !== 0)).toBe(touched);
      expect((scales[feature] ?? 0) > 0).toBe(touched);
    }
  });

  it('reports every step of both stages', async () => {
    const seen: string[] = [];
    const onProgress = ({ stage, step, steps }: { stage: string; step: number; steps: number }) =>
      seen.push(`${stage} ${step}/${steps}`);
    await trainLanguage(data, asked, recipe, { onProgress });
    await trainQuestions(stage, data, questions, recipe, { onProgress });
    expect(seen.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, i) => `language ${i + 1}/20`));
    // Six questions and three answers: three batches of four in each of 20 epochs.
    expect(seen.slice(20)).toEqual(Array.from({ length: 60 }, (_, i) => `questions ${i + 1}/60`));
  });

  it('stops where the signal says so', async () => {
    const long = { ...recipe, questions: { ...recipe.questions, epochs: 1e6 } };
    const stop = new AbortController();
    const training = trainQuestions(stage, data, questions, long, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(training).rejects.toThrow('enough');
    await expect(trainLanguage(data, asked, recipe, { signal: stop.signal })).rejects.toThrow('enough');
  });
});
