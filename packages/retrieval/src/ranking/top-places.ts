/** Places of the `count` highest scores that `allowed` lets through and that are above `floor`, best first; ties by place. */
export function topPlaces(scores: Float32Array, count: number, allowed: Uint8Array, floor = -Infinity): Uint32Array {
  const heap = new Uint32Array(count);
  let size = 0;
  // The heap's root is the worst of those kept: lowest score, and among equals the highest place.
  const worse = (a: number, b: number) => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && a > b);
  };
  const sink = (from: number) => {
    let at = from;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < size && worse(heap[child] ?? 0, heap[worst] ?? 0)) worst = child;
      }
      if (worst === at) return;
      const place = heap[at] ?? 0;
      heap[at] = heap[worst] ?? 0;
      heap[worst] = place;
      at = worst;
    }
  };
  let lowest = floor;
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] ?? 0;
    if (score <= lowest || allowed[place] === 0) continue;
    if (size < count) {
      heap[size] = place;
      size += 1;
      if (size === count) for (let i = Math.floor(count / 2); i >= 0; i -= 1) sink(i);
    } else {
      heap[0] = place;
      sink(0);
    }
    // Equal scores come later in order of place, so that only higher ones may still enter.
    if (size === count && count > 0) lowest = Math.max(floor, scores[heap[0] ?? 0] ?? 0);
  }
  return heap.subarray(0, size).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}
