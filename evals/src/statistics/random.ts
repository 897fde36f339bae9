/** Uniform numbers in [0, 1) from a seed (mulberry32): the same on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A copy in random order (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const pool = [...items];
  const drawn: Item[] = [];
  while (pool.length > 0) {
    const at = Math.floor(random() * pool.length);
    drawn.push(...pool.splice(at, 1));
  }
  return drawn;
}
