import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StageAnswers, StageJob, StageMessage, StageProgress } from './stages/stage-job.ts';

const stageFile = fileURLToPath(new URL('./stages/stage.ts', import.meta.url));

export interface RunningStage<Stage extends keyof StageAnswers> {
  /** When the process waits for the others; of a stage that does not wait, when it has answered. */
  ready: Promise<void>;
  go(): void;
  /** Ends a process that is no longer wanted. */
  stop(): void;
  answer: Promise<StageAnswers[Stage]>;
}

export interface StartStageOptions {
  /** The one processor that the process may use, where it can be held to it. */
  core?: number | undefined;
  /** Bytes of JavaScript's heap. */
  heapLimit: number;
  onProgress: (progress: StageProgress) => void;
  /** Ends the process; its answer then rejects with the reason. */
  signal: AbortSignal;
}

/** Starts a stage in a process of its own. */
export function startStage<Stage extends keyof StageAnswers>(
  job: StageJob & { stage: Stage },
  { core, heapLimit, onProgress, signal }: StartStageOptions,
): RunningStage<Stage> {
  const node = [`--max-old-space-size=${Math.floor(heapLimit / 2 ** 20)}`, '--import', 'tsx', stageFile];
  const [command, args] =
    core === undefined
      ? [process.execPath, node]
      : ['taskset', ['--cpu-list', String(core), process.execPath, ...node]];
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const stop = () => void child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  child.send(job);

  let becomeReady = () => {};
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve;
  });
  const answer = new Promise<StageAnswers[Stage]>((resolve, reject) => {
    // Only stage.ts of this folder is at the other end.
    child.on('message', (message: StageMessage) => {
      if (message.type === 'progress') onProgress(message.progress);
      else if (message.type === 'ready') becomeReady();
      // A stage answers with what StageAnswers says of it.
      else if (message.type === 'answer') resolve(message.answer as StageAnswers[Stage]);
      else reject(new Error(message.reason));
    });
    child.on('error', reject);
    child.on('exit', (code, by) => {
      signal.removeEventListener('abort', stop);
      becomeReady();
      reject(signal.aborted ? signal.reason : new Error(`the process of this stage ended (${by ?? code})`));
    });
  });
  answer.then(becomeReady, becomeReady);
  return { ready, go: () => sendIfOpen(child, 'go'), stop, answer };
}

function sendIfOpen(child: ChildProcess, message: string) {
  if (child.connected) child.send(message);
}

/** Two processors that a process can be held to, or none where the system has no way to do that. */
export function coresToUse(): number[] {
  const asked = spawnSync('taskset', ['--cpu-list', '--pid', String(process.pid)], { encoding: 'utf8' });
  if (asked.status !== 0) return [];
  const list = asked.stdout.split(':').at(-1)?.trim() ?? '';
  const cores = list.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
  return cores.length >= 2 ? cores.slice(0, 2) : [];
}
