import type { SearchHit } from '@lutai/contracts';
import { thresholds } from './thresholds.ts';

const least = 3;
const most = 6;

/** The few provisions worth quoting: three, and up to six while their score keeps up with the best one's. */
export function pickProvisions(hits: SearchHit[]): SearchHit[] {
  const best = hits[0]?.score ?? 0;
  const standing = hits.filter(({ score }) => score >= best * thresholds.standsOut).length;
  return hits.slice(0, Math.min(most, Math.max(least, standing)));
}
