/** Numbers in [0, 1) that are the same in every run for the same seeds. */
export type Random = () => number;

export function createRandom(...seeds: number[]): Random {
  let state = 0x9e3779b9;
  for (const seed of seeds) state = mix(state ^ mix(seed));
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return mix(state) / 2 ** 32;
  };
}

/** The list in an order of chance; the one given stays as it is. */
export function shuffled<Value>(values: readonly Value[], random: Random): Value[] {
  const list = [...values];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    // Both places lie within the list.
    [list[at], list[other]] = [list[other] as Value, list[at] as Value];
  }
  return list;
}

function mix(value: number): number {
  let bits = value >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
