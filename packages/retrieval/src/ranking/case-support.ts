import type { CaseHit, CaseRecord } from '../types.ts';

/** Cases asked for support, at most. */
export const SUPPORTING_CASES = 15;
/** The cosine below which a case says nothing about this question, and the one from which it is nearly the same question. */
const FAR = 0.2;
const NEAR = 0.7;

/**
 * What answered cases say for provisions: those of the nearest cases, each with the nearness of its case. Several cases add
 * up, each next one counting half, so that one article cited everywhere does not drown the rest.
 */
export function caseSupport(
  hits: readonly CaseHit[],
  recordOf: (caseId: string) => CaseRecord | undefined,
  placeOf: (provisionId: string) => number | undefined,
): Map<number, number> {
  const support = new Map<number, number>();
  const votes = new Map<number, number>();
  for (const { caseId, score } of hits) {
    if (score <= FAR) break;
    for (const provisionId of new Set(recordOf(caseId)?.provisionIds)) {
      const place = placeOf(provisionId);
      if (place === undefined) continue;
      const vote = votes.get(place) ?? 0;
      votes.set(place, vote + 1);
      support.set(place, (support.get(place) ?? 0) + nearness(score) * 0.5 ** vote);
    }
  }
  return support;
}

/** 0…1 for a question on the same matter, up to 3 for the same question again: its answer was approved by a person. */
const nearness = (cosine: number) => (cosine - FAR) / (1 - FAR) + 2 * (Math.max(cosine - NEAR, 0) / (1 - NEAR)) ** 2;
