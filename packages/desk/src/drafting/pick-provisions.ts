import type { SearchHit } from '@lutai/contracts';
import { thresholds } from './thresholds.ts';

const least = 3;
const most = 4;
/** Where data say what decides the question, the search only adds what stands out by itself. */
const leastBeside = 1;
const mostBeside = 2;

/**
 * The few provisions worth quoting: the first ones while their score keeps up with the best one's. Beside `deciding`
 * provisions only what is not among them counts, and fewer.
 */
export function pickProvisions(hits: readonly SearchHit[], deciding: readonly SearchHit[] = []): SearchHit[] {
  const best = hits[0]?.score ?? 0;
  const known = new Set(deciding.map(({ provisionId }) => provisionId));
  const standing = hits.filter(({ score }) => score >= best * thresholds.standsOut);
  if (known.size === 0) return hits.slice(0, Math.min(most, Math.max(least, standing.length)));
  const beside = standing.filter(({ provisionId }) => !known.has(provisionId)).slice(0, mostBeside);
  const first = hits.slice(0, leastBeside).filter(({ provisionId }) => !known.has(provisionId));
  return [...new Set([...first, ...beside])];
}
