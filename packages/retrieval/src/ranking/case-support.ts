import type { Comparison } from '../memory/answered-questions.ts';

/** So many of the nearest answered questions are asked for support. */
const SUPPORTING = 15;
/** The cosine below which a question says nothing about this one, and the one from which it is nearly the same. */
const FAR = 0.2;
const NEAR = 0.7;

/**
 * What answered questions say for provisions, without a trained second stage: those of the nearest ones, each with the
 * nearness of its question. Several add up, each next one counting half, so that one article cited everywhere does not
 * drown the rest.
 */
export function caseSupport(nearest: Comparison['nearest']): Map<number, number> {
  const support = new Map<number, number>();
  const votes = new Map<number, number>();
  for (const { similarity, places } of nearest.slice(0, SUPPORTING)) {
    if (similarity <= FAR) break;
    for (const place of places) {
      const vote = votes.get(place) ?? 0;
      votes.set(place, vote + 1);
      support.set(place, (support.get(place) ?? 0) + nearness(similarity) * 0.5 ** vote);
    }
  }
  return support;
}

/** 0…1 for a question on the same matter, up to 3 for the same question again: its answer was approved by a person. */
const nearness = (cosine: number) => (cosine - FAR) / (1 - FAR) + repeated(cosine, NEAR);

/** 0…2 for a question that is nearly the same as an answered one. */
const repeated = (cosine: number, from: number) => 2 * (Math.max(cosine - from, 0) / (1 - from)) ** 2;

/** From this nearness on, two questions are one: the trained stage has hardly met such, so a rule speaks for them. */
const SAME = 0.7;

/** What the second stage adds for provisions of a question that was answered before, in its own units. */
export function repeatedSupport(nearest: Comparison['nearest']): Map<number, number> {
  const support = new Map<number, number>();
  for (const { similarity, places } of nearest) {
    if (similarity <= SAME) break;
    for (const place of places) support.set(place, Math.max(support.get(place) ?? 0, 8 * repeated(similarity, SAME)));
  }
  return support;
}
