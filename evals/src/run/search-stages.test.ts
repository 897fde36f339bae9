import type { SearchInput } from '@lutai/retrieval';
import { describe, expect, it } from 'vitest';
import { runQuestions } from './run-questions.ts';
import { ablationVariants } from './search-stages.ts';

describe('ablationVariants', () => {
  it('are all stages, without each one, and each source alone', () => {
    const variants = ablationVariants(['lexical', 'vectors', 'ranker']);
    expect(variants.map(({ kind, stage, without }) => [kind, stage, [...without].join()])).toEqual([
      ['all', null, ''],
      ['without', 'lexical', 'lexical'],
      ['without', 'vectors', 'vectors'],
      ['without', 'ranker', 'ranker'],
      ['alone', 'lexical', 'vectors,ranker'],
      ['alone', 'vectors', 'lexical,ranker'],
    ]);
  });

  it('reach the search, which is not told to leave out nothing', async () => {
    const asked: (ReadonlySet<string> | undefined)[] = [];
    const index = {
      search: async (input: SearchInput & { without?: ReadonlySet<string> }) => {
        asked.push(input.without);
        return { hits: [], cases: [], nearest: 0 };
      },
    };
    const questions = [{ id: 'q0', text: '问题', area: null, labels: [{ provisionId: 'a', citation: 'a', gain: 1 }] }];
    for (const variant of ablationVariants(['lexical', 'ranker']).slice(0, 2)) {
      await runQuestions({ index, questions, variant, named: { trainQuestions: null, anyTraining: null }, fold: null });
    }
    // Each question once to warm up and once to measure.
    expect(asked).toEqual([undefined, undefined, new Set(['lexical']), new Set(['lexical'])]);
  });
});
