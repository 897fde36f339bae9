/** The child process: takes one job from its parent, reports, answers, ends. Ends as well when the parent is gone. */
import { buildStage } from './build-stage.ts';
import { exactStage } from './exact-stage.ts';
import { pgvectorStage } from './pgvector-stage.ts';
import { searchStage } from './search-stage.ts';
import type { StageAnswers, StageContext, StageJob, StageMessage, StageProgress } from './stage-job.ts';
import { throughputStage } from './throughput-stage.ts';

const stages: { [Stage in keyof StageAnswers]: (context: StageContext) => Promise<StageAnswers[Stage]> } = {
  build: buildStage,
  search: searchStage,
  throughput: throughputStage,
  exact: exactStage,
  pgvector: pgvectorStage,
};

const send = (message: StageMessage) => process.send?.(message);

let lastReport = 0;
function report(job: StageJob, progress: StageProgress) {
  const now = performance.now();
  if (now - lastReport < 200 && progress.done !== progress.total) return;
  lastReport = now;
  if (process.memoryUsage.rss() > job.memoryLimit) {
    throw new Error(`it took more than ${Math.round(job.memoryLimit / 2 ** 30)} GiB of memory`);
  }
  send({ type: 'progress', progress });
}

// Ctrl-C reaches the whole group of processes: the parent alone decides what ends.
process.on('SIGINT', () => {});
const go = new Promise<void>((resolve) => process.on('message', (message) => message === 'go' && resolve()));
process.on('disconnect', () => process.exit(1));
// The parent sends one job, made by StageJob's type.
process.once('message', async (job: StageJob) => {
  const ready = () => {
    send({ type: 'ready' });
    return go;
  };
  try {
    const answer = await stages[job.stage]({ job, report: (progress) => report(job, progress), ready });
    process.send?.({ type: 'answer', answer } satisfies StageMessage, () => process.exit(0));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.send?.({ type: 'failed', reason } satisfies StageMessage, () => process.exit(1));
  }
});
