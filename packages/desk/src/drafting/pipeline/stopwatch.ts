/** Milliseconds between its laps, by the name of each. */
export function createStopwatch(now: () => number = () => performance.now()) {
  const laps: Record<string, number> = {};
  let last = now();
  return {
    laps,
    /** Ends the step that has been going on since the lap before. */
    lap(step: string): void {
      const at = now();
      laps[step] = Math.round((laps[step] ?? 0) + at - last);
      last = at;
    },
  };
}
