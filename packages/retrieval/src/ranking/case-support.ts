import type { CaseHit, CaseRecord } from '../types.ts';

/** Cases asked for support, at most, and the cosine below which a case says nothing about this question. */
export const SUPPORTING_CASES = 15;
const FAR = 0.3;

/**
 * What answered cases say for provisions (0…1 each): the provisions of the nearest cases, each with the nearness of its
 * case; several cases add up, each next one counting half, so that one article cited everywhere does not drown the rest.
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
      support.set(place, (support.get(place) ?? 0) + ((score - FAR) / (1 - FAR)) ** 2 * 0.5 ** vote);
    }
  }
  return support;
}
