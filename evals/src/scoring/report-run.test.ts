import { describe, expect, it } from 'vitest';
import { resultOf, runOf } from '../testing/results.ts';
import { reportRun } from './report-run.ts';

describe('reportRun', () => {
  // Seen pairs: ranks 1 and 50; unseen pairs: 3, none, 100.
  const results = [
    resultOf('q0', [1], { isSeen: true, area: 'labour' }),
    resultOf('q1', [50], { isSeen: true, area: 'family' }),
    resultOf('q2', [3, null, 100], { area: 'labour' }),
  ];

  it('counts seen and unseen provisions pair by pair', () => {
    const { seen, unseen } = reportRun(runOf(results));
    expect(seen).toMatchObject({ trainQuestions: { pairs: 2, 'recall@10': 0.5, 'recall@100': 1 } });
    expect(unseen).toMatchObject({ trainQuestions: { pairs: 3, 'recall@10': 0.3333, 'recall@100': 0.6667 } });
    expect(unseen.trainQuestions?.intervals['recall@10']).toEqual([0.3333, 0.3333]);
    expect(seen.trainQuestions?.intervals['recall@10']).toEqual([0, 1]);
  });

  it('averages over questions, in all and by area', () => {
    const { metrics, areas } = reportRun(runOf(results));
    expect(metrics['recall@10']).toBeCloseTo((1 + 0 + 1 / 3) / 3, 4);
    expect(metrics['mrr@10']).toBeCloseTo((1 + 0 + 1 / 3) / 3, 4);
    expect(areas).toMatchObject({ family: { queries: 1 }, labour: { queries: 2, metrics: { 'recall@100': 0.8333 } } });
  });

  it('tells what each stage brings, question by question', () => {
    const variant = { kind: 'without' as const, stage: 'lexical', without: new Set(['lexical']) };
    const others = [resultOf('q0', [2]), resultOf('q1', [50]), resultOf('q2', [3, 4, 100])];
    const { ablation } = reportRun({ ...runOf(results), ablation: [{ variant, results: others }] });
    expect(ablation).toMatchObject([
      { kind: 'all', stage: null, metrics: { 'mrr@10': { value: 0.4444, difference: 0, interval: [0, 0] } } },
      {
        kind: 'without',
        stage: 'lexical',
        metrics: {
          // q0 falls from 1 to 1/2; q2 finds one provision of three more.
          'mrr@10': { value: 0.2778, difference: -0.1667, interval: [-0.5, 0] },
          'recall@10': { value: 0.5556, difference: 0.1111, interval: [0, 0.3333] },
        },
      },
    ]);
  });
});
