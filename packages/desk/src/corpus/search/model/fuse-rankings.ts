import { holdPlaces } from './hold-places.ts';

/** Reciprocal rank fusion: how little a place counts beside the next one. 60 is the usual value. */
const FLATNESS = 60;

/**
 * One ranking from that of the question's own words and those of further queries (ids, best first), by reciprocal rank
 * fusion in which the own ranking weighs as much as all others together. The hit of rank r of the own ranking comes at
 * place 2r at the latest: the first 2r always hold its first r, so that recall at 2r is at least its own at r.
 */
export function fuseRankings(own: readonly string[], others: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>();
  const add = (ranking: readonly string[], weight: number) => {
    for (const [i, id] of ranking.entries()) scores.set(id, (scores.get(id) ?? 0) + weight / (FLATNESS + i + 1));
  };
  add(own, 1);
  for (const ranking of others) add(ranking, 1 / others.length);
  // The own ranking went in first: of equal scores its hit stays in front.
  const order = [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id);
  return holdPlaces(order, own, (rank) => 2 * rank);
}
