/** The n-th highest of the values; −∞ where there are no more than n. */
export function nthHighest(values: ArrayLike<number>, n: number): number {
  if (values.length <= n || n === 0) return Number.NEGATIVE_INFINITY;
  // Ascending: the first is the one that a higher value pushes out.
  const highest = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  let lowest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (value <= lowest) continue;
    let at = 0;
    while (at + 1 < n && (highest[at + 1] ?? 0) < value) {
      highest[at] = highest[at + 1] ?? 0;
      at += 1;
    }
    highest[at] = value;
    lowest = highest[0] ?? 0;
  }
  return lowest;
}

/** The three highest of some values: the highest, and the mean of all three. Zeros where there were none. */
export function createThreeHighest() {
  let [first, second, third, count] = [0, 0, 0, 0];
  return {
    clear() {
      count = 0;
    },
    add(value: number) {
      if (count === 0 || value > first) [first, second, third] = [value, first, second];
      else if (count === 1 || value > second) [second, third] = [value, second];
      else if (count === 2 || value > third) third = value;
      count += 1;
    },
    highest: () => (count === 0 ? 0 : first),
    mean() {
      if (count === 0) return 0;
      if (count === 1) return first;
      return count === 2 ? (first + second) / 2 : (first + second + third) / 3;
    },
  };
}
