import { type Generated, type GenerateInput, type LanguageModel, ModelError } from '@lutai/model';
import type { z } from 'zod';

/**
 * One question to the model that is over after `limitMs` (`ModelError` of code `timeout`), retries and waits included, or
 * as soon as the caller cancels (the signal's reason); the call is cancelled with it.
 */
export async function askInTime<Schema extends z.ZodType>(
  model: LanguageModel,
  input: GenerateInput<Schema>,
  limitMs: number,
): Promise<Generated<z.output<Schema>>> {
  const { signal } = input;
  signal?.throwIfAborted();
  const controller = new AbortController();
  let stop: (reason: unknown) => void = () => {};
  // Raced, because a model that does not heed its signal must not hold the search.
  const stopped = new Promise<never>((_, reject) => {
    stop = (reason) => {
      reject(reason);
      controller.abort(reason);
    };
  });
  const cancel = () => stop(signal?.reason);
  signal?.addEventListener('abort', cancel, { once: true });
  const timer = setTimeout(() => stop(new ModelError('timeout', `no answer within ${limitMs} ms`)), limitMs);
  try {
    return await Promise.race([model.generate({ ...input, signal: controller.signal }), stopped]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
}
