export interface Axis {
  /** Where a value lies, in the direction of the axis. */
  at: (value: number) => number;
  ticks: number[];
}

/** A logarithmic axis over whole decades, or halves of them where there is but one. */
export function logAxis(values: readonly number[], from: number, to: number): Axis {
  const positive = values.filter((value) => value > 0);
  const low = Math.floor(Math.log10(Math.min(...positive, 1e9)));
  const high = Math.max(Math.ceil(Math.log10(Math.max(...positive, 1e-9))), low + 1);
  const steps = high - low <= 2 ? [1, 2, 5] : [1];
  const ticks: number[] = [];
  for (let decade = low; decade <= high; decade += 1) {
    for (const step of steps) if (decade < high || step === 1) ticks.push(clean(step * 10 ** decade));
  }
  const at = (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  return { at, ticks };
}

/** A linear axis from `low` to a round number above the highest value. */
export function linearAxis(values: readonly number[], low: number, from: number, to: number, high?: number): Axis {
  const span = (high ?? Math.max(...values, low)) - low || 1;
  const rough = span / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * size).find((candidate) => candidate >= rough * 0.999) ?? size;
  const count = Math.ceil(span / step - 1e-9);
  const top = high ?? low + count * step;
  const ticks = Array.from({ length: count + 1 }, (_, i) => clean(low + i * step)).filter((tick) => tick <= top + 1e-9);
  return { at: (value) => from + ((value - low) / (top - low)) * (to - from), ticks };
}

const clean = (value: number) => Number(value.toPrecision(10));
