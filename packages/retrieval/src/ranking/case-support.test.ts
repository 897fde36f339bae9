import { describe, expect, it } from 'vitest';
import { caseSupport, repeatedSupport } from './case-support.ts';

describe('what answered questions say without a trained stage', () => {
  it('grows with nearness, is nothing from far, and three for the very same question', () => {
    expect(caseSupport([{ similarity: 1, places: [4] }]).get(4)).toBeCloseTo(3, 12);
    expect(caseSupport([{ similarity: 0.6, places: [4] }]).get(4)).toBeCloseTo(0.5, 12);
    expect(caseSupport([{ similarity: 0.2, places: [4] }]).size).toBe(0);
  });

  it('counts each further voice for a provision half', () => {
    const voices = [0.6, 0.6, 0.6].map((similarity) => ({ similarity, places: [4] }));
    expect(caseSupport(voices).get(4)).toBeCloseTo(0.5 * 1.75, 12);
  });

  it('hears the nearest fifteen', () => {
    const voices = Array.from({ length: 16 }, (_, place) => ({ similarity: 0.5, places: [place] }));
    expect([...caseSupport(voices).keys()]).toEqual([...Array(15).keys()]);
  });
});

describe('what a question that was answered before adds to the trained stage', () => {
  it('begins where two questions are nearly one, and is highest for the same one', () => {
    const support = repeatedSupport([
      { similarity: 1, places: [1] },
      { similarity: 0.85, places: [1, 2] },
      { similarity: 0.7, places: [3] },
    ]);
    expect(support.get(1)).toBeCloseTo(16, 12);
    expect(support.get(2)).toBeCloseTo(4, 12);
    expect(support.has(3)).toBe(false);
  });
});
