/** `phase` is for people; counts are of whatever that phase works through. */
export type WorkProgress = { phase: string; done: number; total: number; secondsLeft: number | null };
export type Work = {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: WorkProgress) => void) | undefined;
};

/** Reports progress with the time left, from the pace of the phase so far; silent where nobody listens. */
export function createReporter(work: Work, now: () => number = () => performance.now()) {
  let current = '';
  let startedAt = 0;
  return (phase: string, done: number, total: number): void => {
    if (!work.onProgress) return;
    if (phase !== current) {
      current = phase;
      startedAt = now();
    }
    const elapsed = (now() - startedAt) / 1000;
    const secondsLeft = done > 0 && elapsed > 1 ? (elapsed / done) * (total - done) : null;
    work.onProgress({ phase, done, total, secondsLeft });
  };
}
