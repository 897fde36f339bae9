const first = 1000;
const longest = 30_000;

/** Milliseconds before the n-th try (0 is the first after a loss): doubling, at most 30 s, spread by a quarter. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const base = Math.min(longest, first * 2 ** Math.min(attempt, 10));
  return Math.round(base * (0.75 + random() * 0.5));
}
