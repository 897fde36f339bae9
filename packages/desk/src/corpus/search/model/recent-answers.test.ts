import { describe, expect, it } from 'vitest';
import { createRecentAnswers } from './recent-answers.ts';

describe('recent answers', () => {
  it('are forgotten when they are old, and the one used longest ago when they are too many', () => {
    let time = 0;
    const answers = createRecentAnswers({ count: 2, keptMs: 100, now: () => new Date(time) });
    answers.set('a', 1);
    answers.set('b', 2);
    expect(answers.get('a')).toBe(1);
    answers.set('c', 3);
    expect([answers.get('a'), answers.get('b'), answers.get('c')]).toEqual([1, undefined, 3]);
    time = 101;
    expect(answers.get('a')).toBeUndefined();
  });
});
