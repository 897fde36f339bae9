/**
 * `order` with the hits of `own` (best first, all of them in `order`) held to a place: the one of rank r comes at place
 * `lastPlace(r)` at the latest (both from 1; at least r, never falling as r grows; Infinity for none). Whatever must wait
 * for that keeps its order.
 */
export function holdPlaces(
  order: readonly string[],
  own: readonly string[],
  lastPlace: (rank: number) => number,
): string[] {
  const held: string[] = [];
  const placed = new Set<string>();
  const deadlines = new Map(own.map((id, i) => [id, lastPlace(i + 1)]));
  let waiting = own.filter((id) => deadlines.get(id) !== Number.POSITIVE_INFINITY);
  const rest = order[Symbol.iterator]();
  while (held.length < order.length) {
    const place = held.length + 1;
    // The first j that wait need the places up to the deadline of the j-th: when just these are left, they take them.
    const isDue = waiting.some((id, j) => (deadlines.get(id) ?? 0) <= place + j);
    const next = isDue ? waiting[0] : nextFree();
    if (next === undefined) break;
    held.push(next);
    placed.add(next);
    waiting = waiting.filter((id) => id !== next);
  }
  return held;

  function nextFree(): string | undefined {
    for (let step = rest.next(); !step.done; step = rest.next()) if (!placed.has(step.value)) return step.value;
    return undefined;
  }
}
