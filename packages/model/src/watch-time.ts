import { ModelError } from './model-error.ts';

export type TimedRequest = {
  timeoutMs: number;
  idleTimeoutMs: number;
  signal: AbortSignal | undefined;
  onText: ((text: string) => void) | undefined;
};

/** Ends the request when the caller cancels, when it takes too long as a whole, or when a stream falls silent. */
export function watchTime(request: TimedRequest) {
  const controller = new AbortController();
  let ended: ModelError['code'] | null = null;
  let message = '';
  let reject: (error: ModelError) => void = () => {};
  const stopped = new Promise<never>((_resolve, refuse) => {
    reject = refuse;
  });
  // Whoever lost the race must not crash the process.
  stopped.catch(() => {});
  const end = (code: ModelError['code'], why: string) => {
    if (ended !== null) return;
    ended = code;
    message = why;
    controller.abort();
    reject(new ModelError(code, why));
  };
  const cancel = () => end('cancelled', 'the call was cancelled');
  if (request.signal?.aborted) cancel();
  request.signal?.addEventListener('abort', cancel, { once: true });
  const { timeoutMs, idleTimeoutMs } = request;
  const total = setTimeout(() => end('timeout', `no complete answer within ${timeoutMs} ms`), timeoutMs);
  const startIdle = () =>
    setTimeout(() => end('timeout', `the stream was silent for ${idleTimeoutMs} ms`), idleTimeoutMs);
  let idle = request.onText === undefined ? undefined : startIdle();
  return {
    signal: controller.signal,
    stopped,
    alive: () => {
      clearTimeout(idle);
      idle = startIdle();
    },
    reason: (cause?: unknown) => (ended === null ? null : new ModelError(ended, message, { cause })),
    stop: () => {
      clearTimeout(total);
      clearTimeout(idle);
      request.signal?.removeEventListener('abort', cancel);
    },
  };
}
