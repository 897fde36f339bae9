import { describe, expect, it } from 'vitest';
import { answerCaseOf, draftOf } from '../testing/drafts.ts';
import { type Ask, evaluateAnswers } from './evaluate-answers.ts';
import { worstAnswers } from './worst-answers.ts';

const conversation = [{ from: 'client' as const, text: '先说的' }];

describe('evaluateAnswers', () => {
  it('puts each case to the desk in turn, with what went before and the day of the facts', async () => {
    const asked: Parameters<Ask>[0][] = [];
    const ask: Ask = async (input) => {
      asked.push(input);
      return draftOf();
    };
    const cases = [answerCaseOf(), answerCaseOf({ id: 'c2', conversation, factsDate: '2019-01-01' })];
    const done: number[] = [];
    let time = 0;
    const work = { signal: new AbortController().signal, onProgress: (n: number) => done.push(n), now: () => time++ };
    const results = await evaluateAnswers({ ask }, cases, work);
    expect(asked).toEqual([
      { question: '房东不退押金', factsDate: null },
      { question: '房东不退押金', conversation, factsDate: '2019-01-01' },
    ]);
    expect(done).toEqual([1, 2]);
    expect(results.map(({ score }) => [score.id, score.ms])).toEqual([
      ['c1', 1],
      ['c2', 1],
    ]);
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const ask: Ask = async () => {
      controller.abort();
      return draftOf();
    };
    const cases = [answerCaseOf(), answerCaseOf({ id: 'c2' })];
    await expect(evaluateAnswers({ ask }, cases, { signal: controller.signal })).rejects.toThrow('abort');
  });
});

describe('worstAnswers', () => {
  it('gives those that lack most first, with what is missing in the case’s words', async () => {
    const drafts = [
      draftOf({ asked: ['有合同吗？'] }),
      draftOf({ text: '不用退。', used: ['《他法》第一条'] }),
      draftOf({ asked: [] }),
    ];
    const cases = drafts.map((_, i) => answerCaseOf({ id: `c${i}` }));
    let next = 0;
    const ask: Ask = async () => drafts[next++] ?? draftOf();
    const results = await evaluateAnswers({ ask }, cases, { signal: new AbortController().signal });
    expect(worstAnswers(results, 5).map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(worstAnswers(results, 1)).toMatchObject([
      {
        missing: { provisions: ['《示例法》第一条'], points: ['押金要退'], asks: ['有没有合同'] },
        forbidden: ['押金不是不退'],
        surplus: ['《他法》第一条'],
      },
    ]);
    expect(worstAnswers(results, 0)).toEqual([]);
  });
});
