import type { SearchHit } from '@lutai/contracts';
import { thresholds } from './thresholds.ts';

const least = 3;
const most = 4;
/** Where data say what decides the question: so many of it, and so many of the search's first ones. */
const beside = { deciding: 3, hits: 3 };

/**
 * The few provisions worth quoting. What the topics say decides the question comes first, then what the search put first;
 * without topics the first hits while their score keeps up with the best one's. Each provision once.
 */
export function pickProvisions(
  hits: readonly SearchHit[],
  topics: readonly (readonly SearchHit[])[] = [],
): SearchHit[] {
  if (topics.length === 0) {
    const best = hits[0]?.score ?? 0;
    const standing = hits.filter(({ score }) => score >= best * thresholds.standsOut).length;
    return hits.slice(0, Math.min(most, Math.max(least, standing)));
  }
  const each = Math.max(1, Math.ceil(beside.deciding / topics.length));
  const deciding = topics.flatMap((provisions) => provisions.slice(0, each));
  const picked = [...deciding, ...hits.slice(0, beside.hits)];
  return [...new Map(picked.map((provision) => [provision.provisionId, provision])).values()];
}
