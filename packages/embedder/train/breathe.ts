import { setImmediate } from 'node:timers/promises';

/** In long work on the main thread: lets others have their turn, and stops where the signal says so. */
export async function breathe(signal?: AbortSignal): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}
