/** Labels of one question: document id → how relevant (above 0). */
export type Relevance = ReadonlyMap<string, number>;

/** Share of the relevant documents among the first `k`; 0 where none is relevant. */
export function recallAt(ranked: readonly string[], relevant: Relevance, k: number): number {
  if (relevant.size === 0) return 0;
  const found = new Set(ranked.slice(0, k).filter((id) => relevant.has(id)));
  return found.size / relevant.size;
}

/** 1 / rank of the first relevant document among the first `k`, else 0. */
export function reciprocalRankAt(ranked: readonly string[], relevant: Relevance, k: number): number {
  const first = ranked.slice(0, k).findIndex((id) => relevant.has(id));
  return first < 0 ? 0 : 1 / (first + 1);
}

/** Discounted gain of the first `k` over that of the best possible order (gain = relevance, discount = log2(rank + 1)). */
export function ndcgAt(ranked: readonly string[], relevant: Relevance, k: number): number {
  const gain = (gains: number[]) => gains.slice(0, k).reduce((sum, value, i) => sum + value / Math.log2(i + 2), 0);
  const best = gain([...relevant.values()].sort((a, b) => b - a));
  return best === 0 ? 0 : gain(ranked.map((id) => relevant.get(id) ?? 0)) / best;
}

/** The value that `share` of all values do not exceed (nearest rank); 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? 0;
}

export const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
