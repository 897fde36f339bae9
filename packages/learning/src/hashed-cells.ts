/** FNV-1a, 32 bit: the hash of nothing. */
export const hashBasis = 0x811c9dc5;

/** The hash after one more character (or any string, by its first code point). */
export const mixIn = (hash: number, character: string): number =>
  Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;

export const hashOf = (name: string): number => [...name].reduce(mixIn, hashBasis);

/** The cell of a table of `cells` (a power of two) that a hash falls into. */
export const cellOf = (hash: number, cells: number): number => ((hash ^ (hash >>> 15)) >>> 0) % cells;
