/** Two cells: how many threads have come, and how often all have. */
export const createBarrierCells = () => new Int32Array(new SharedArrayBuffer(8));

/** Waits until all threads are here. A short spin first: the phases of a step are milliseconds long. */
export function createBarrier(cells: Int32Array, threads: number): () => void {
  return () => {
    const round = Atomics.load(cells, 1);
    if (Atomics.add(cells, 0, 1) === threads - 1) {
      Atomics.store(cells, 0, 0);
      Atomics.add(cells, 1, 1);
      Atomics.notify(cells, 1);
      return;
    }
    for (let spin = 0; spin < 2000; spin += 1) if (Atomics.load(cells, 1) !== round) return;
    while (Atomics.load(cells, 1) === round) Atomics.wait(cells, 1, round, 100);
  };
}
