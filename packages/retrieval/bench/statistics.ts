/** The value that a share of the values does not exceed (nearest rank); 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? 0;
}

/** Distances are float32 sums in another order; what differs by less is equally near. */
const EQUAL = 1e-5;

/**
 * Share of the nearest by exact search that were found. A find counts when it is as near as the last that exact search gives:
 * of passages with equal vectors either one is right.
 */
export function recall(found: readonly (readonly number[])[], exact: readonly (readonly number[])[]): number {
  let [hits, total] = [0, 0];
  for (const [question, sure] of exact.entries()) {
    const farthest = Math.max(...sure);
    const near = (found[question] ?? []).filter((distance) => distance <= farthest + EQUAL).length;
    hits += Math.min(near, sure.length);
    total += sure.length;
  }
  return total === 0 ? 1 : hits / total;
}
