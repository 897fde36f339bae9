import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultOf, runOf } from '../testing/results.ts';
import { compareRuns } from './compare-runs.ts';

const ranks = fc.option(fc.integer({ min: 1, max: 100 }));

describe('compareRuns', () => {
  const a = runOf([resultOf('q0', [1], { isSeen: true }), resultOf('q1', [20]), resultOf('q2', [30])]);
  const b = runOf([resultOf('q2', [2]), resultOf('q1', [4]), resultOf('q0', [1], { isSeen: true })]);

  it('compares question by question, in whatever order they come', () => {
    const compared = compareRuns(a, b);
    // Found among the first ten: 1 of 3 before, 3 of 3 now; two differences of 1, of whose 4 sign patterns 2 are as extreme.
    expect(compared.metrics['recall@10']).toEqual({ a: 0.3333, b: 1, difference: 0.6667, interval: [0, 1], p: 0.5 });
    expect(compared.metrics['recall@100']).toMatchObject({ difference: 0, p: 1 });
    expect(compared.queries).toBe(3);
  });

  it('compares seen and unseen provisions apart', () => {
    const { seen, unseen } = compareRuns(a, b);
    expect(seen.trainQuestions).toMatchObject({ pairs: 1, 'recall@10': { difference: 0 } });
    expect(unseen.trainQuestions).toMatchObject({ pairs: 2, 'recall@10': { a: 0, b: 1, p: 0.5 } });
    expect(unseen.anyTraining).toBeUndefined();
  });

  it('leaves out a provision that one run had seen and the other had not', () => {
    const other = runOf([resultOf('q0', [1]), resultOf('q1', [4]), resultOf('q2', [2])]);
    expect(compareRuns(a, other).seen).toEqual({});
    expect(compareRuns(a, other).unseen.trainQuestions?.pairs).toBe(2);
  });

  it('refuses runs of other questions, naming them', () => {
    const fewer = runOf([resultOf('q0', [1]), resultOf('q9', [1])]);
    expect(() => compareRuns(a, fewer)).toThrow(/只在 A 里的 2 个（q1、q2…），只在 B 里的 1 个（q9…）/u);
    const relabelled = runOf([resultOf('q0', [1, 2]), resultOf('q1', [20]), resultOf('q2', [30])]);
    expect(() => compareRuns(a, relabelled)).toThrow('q0');
    expect(() => compareRuns(a, { ...a, header: { ...a.header, questionsHash: 'other' } })).toThrow('文字');
  });

  it('says when the corpora differ', () => {
    expect(compareRuns(a, b).sameCorpus).toBe(true);
    expect(compareRuns(a, { ...b, header: { ...b.header, corpusHash: 'other' } }).sameCorpus).toBe(false);
  });

  it('gives the same the other way round, with the sign turned', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(ranks, ranks), { minLength: 1, maxLength: 25 }), (pairs) => {
        const [one, other] = [0, 1].map((side) =>
          runOf(pairs.map((pair, i) => resultOf(`q${i}`, [pair[side] ?? null]))),
        );
        if (!one || !other) throw new Error('two runs');
        const [there, back] = [compareRuns(one, other), compareRuns(other, one)];
        for (const name of ['recall@10', 'mrr@10', 'ndcg@10'] as const) {
          const [low, high] = back.metrics[name].interval;
          expect(there.metrics[name].p).toBe(back.metrics[name].p);
          expect(there.metrics[name].difference + back.metrics[name].difference).toBeCloseTo(0);
          expect(there.metrics[name].interval[0] + high).toBeCloseTo(0, 3);
          expect(there.metrics[name].interval[1] + low).toBeCloseTo(0, 3);
        }
      }),
      { numRuns: 25 },
    );
  });
});
