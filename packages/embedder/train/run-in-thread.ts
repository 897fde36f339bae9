import { Worker } from 'node:worker_threads';
import type { ThreadResult, ThreadTask, TrainingProgress } from './thread-task.ts';

/** In what every training takes part: it can be watched and stopped. */
export interface TrainingOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: TrainingProgress) => void) | undefined;
}

export type ThreadMessage = { progress: TrainingProgress } | { result: ThreadResult | null };

/** Runs a stage in a thread of its own; rejects with the signal's reason when that fires. */
export async function runInThread(task: ThreadTask, { signal, onProgress }: TrainingOptions) {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./training-thread.mjs', import.meta.url), { workerData: task });
  let stop = () => {};
  const finished = new Promise<ThreadResult | null>((resolve, reject) => {
    stop = () => reject(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: ThreadMessage) => {
      if ('progress' in message) onProgress?.(message.progress);
      else resolve(message.result);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a training thread ended early, with code ${code}`)));
  });
  try {
    return await finished;
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
