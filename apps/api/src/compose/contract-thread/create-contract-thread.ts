import { Worker } from 'node:worker_threads';
import { DeskError } from '@lutai/desk';
import { DocumentError, type DocumentErrorCode } from '@lutai/documents';
import type { ReadProgress, TaskInput, TaskName, TaskResult, Watch } from './contract-tasks.ts';

export type ContractThread = {
  /**
   * Rejects as the task itself does, with the reason of the signal, or `too-large` where it takes too long or too much
   * memory. A signal ends the thread of a task that has begun.
   */
  run<Name extends TaskName>(name: Name, input: TaskInput<Name>, watch?: Watch): Promise<TaskResult<Name>>;
  close(): Promise<void>;
};

type Waiting = {
  name: TaskName;
  input: unknown;
  watch: Watch;
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
};
type Answer =
  | { result: never }
  | { progress: ReadProgress }
  | { error: { isDocumentError: boolean; code: DocumentErrorCode; message: string } };

const mostMegabytes = 1024;
const tooMuch = (cause?: unknown) =>
  new DeskError('too-large', '这份文件太长或太复杂，没有处理完。请拆分后再上传。', { cause });

/**
 * A thread for the work on contracts, so that other requests go on meanwhile. It is started by the first task, takes one
 * at a time, and ends when nothing has come for `idleMs`. A task that takes longer than `limitMs` ends it.
 */
export function createContractThread({ idleMs = 60_000, limitMs = 120_000 } = {}): ContractThread {
  const queue: Waiting[] = [];
  let worker: Worker | null = null;
  let current: Waiting | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const next = () => {
    clearTimeout(timer);
    current = queue.shift() ?? null;
    if (current === null) {
      worker?.unref();
      timer = setTimeout(() => void stop(), idleMs).unref();
      return;
    }
    worker ??= open();
    worker.ref();
    timer = setTimeout(() => fail(tooMuch()), limitMs);
    try {
      worker.postMessage({ name: current.name, input: current.input });
    } catch (error) {
      fail(error);
    }
  };
  const open = (): Worker => {
    const limits = { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } };
    const made = new Worker(new URL('./contract-thread.mjs', import.meta.url), limits);
    made.on('message', (answer: Answer) => {
      if (made !== worker) return;
      if ('progress' in answer) return current?.watch.onProgress?.(answer.progress);
      if ('result' in answer) current?.resolve(answer.result);
      else current?.reject(errorOf(answer.error));
      next();
    });
    made.on('error', (error: Error & { code?: string }) => {
      if (made !== worker) return;
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(error) : error);
    });
    made.on('exit', (code) => made === worker && fail(new Error(`the thread for contracts ended with code ${code}`)));
    return made;
  };
  const stop = async () => {
    clearTimeout(timer);
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  /** The task that the thread was at fails with it; the next one gets another thread. */
  const fail = (error: unknown) => {
    void stop();
    current?.reject(error);
    next();
  };
  const drop = (waiting: Waiting, reason: unknown) => {
    if (waiting === current) return fail(reason);
    const at = queue.indexOf(waiting);
    if (at < 0) return;
    queue.splice(at, 1);
    waiting.reject(reason);
  };
  return {
    run: (name, input, watch = {}) =>
      new Promise((resolve, reject) => {
        const { signal } = watch;
        if (signal?.aborted) return reject(signal.reason);
        const waiting: Waiting = { name, input, watch, resolve, reject };
        queue.push(waiting);
        signal?.addEventListener('abort', () => drop(waiting, signal.reason), { once: true });
        if (current === null) next();
      }),
    async close() {
      const given = [...(current ? [current] : []), ...queue.splice(0)];
      current = null;
      for (const { reject } of given) reject(new DeskError('unavailable', '服务正在停止，请稍后再试。'));
      await stop();
    },
  };
}

const errorOf = ({
  isDocumentError,
  code,
  message,
}: {
  isDocumentError: boolean;
  code: DocumentErrorCode;
  message: string;
}) => (isDocumentError ? new DocumentError(code, message) : new Error(message));
