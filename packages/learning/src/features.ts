/** Features of a text: cells of the hashed table with their values, whose squares sum to 1. */
export type Features = readonly (readonly [cell: number, value: number])[];

/** Scales the values so that their squares sum to 1. */
export function toUnitLength(values: ReadonlyMap<number, number>): Features {
  const norm = 1 / Math.sqrt([...values.values()].reduce((sum, value) => sum + value * value, 0));
  return [...values].map(([cell, value]) => [cell, value * norm] as const);
}
