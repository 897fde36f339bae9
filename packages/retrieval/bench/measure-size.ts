import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchOptions } from './options.ts';
import type { Measured } from './results.ts';
import type { StageAnswers, StageJob } from './stages/stage-job.ts';
import { type StartStageOptions, startStage } from './start-stage.ts';
import { recall } from './statistics.ts';

export interface MeasureContext {
  options: BenchOptions;
  scratch: string;
  asOf: string;
  cores: readonly number[];
  memoryLimit: number;
  heapLimit: number;
  onProgress: StartStageOptions['onProgress'];
  signal: AbortSignal;
}

/** All figures of one size, each stage in a fresh process. Leaves nothing in the scratch folder. */
export async function measureSize(context: MeasureContext, size: number): Promise<Measured & { modelId: string }> {
  const folder = join(context.scratch, `index-${size}`);
  await mkdir(folder, { recursive: true });
  const start = <Stage extends keyof StageAnswers>(stage: Stage, core?: number) =>
    startStage({ ...jobOf(context, size, folder), stage }, { ...context, core });
  try {
    const { modelId, ...built } = await start('build').answer;
    const { load, latency, found } = await start('search', context.cores[0]).answer;
    const throughput = {
      seconds: context.options.seconds,
      one: await together([start('throughput', context.cores[0])]),
      two: await together([start('throughput', context.cores[0]), start('throughput', context.cores[1])]),
    };
    const exact = built.vectorSearch === 'exact' ? null : await start('exact').answer;
    const recallAt10 = exact && { questions: exact.nearest.length, value: recall(found, exact.nearest) };
    return { modelId, ...built, load, latency, throughput, recallAt10 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function measurePgVector(context: MeasureContext, size: number): Promise<StageAnswers['pgvector']> {
  const job = { ...jobOf(context, size, ''), stage: 'pgvector' as const };
  return startStage(job, context).answer;
}

/** Searches a second of all processes, begun when the last of them is ready. */
async function together(stages: ReturnType<typeof startStage<'throughput'>>[]): Promise<number> {
  const answers = Promise.all(stages.map(({ answer }) => answer));
  try {
    await Promise.race([Promise.all(stages.map(({ ready }) => ready)), answers]);
    for (const { go } of stages) go();
    return (await answers).reduce((sum, { searches, seconds }) => sum + searches / seconds, 0);
  } finally {
    // Where one fails, the other must not wait for it for ever.
    for (const { stop } of stages) stop();
  }
}

function jobOf({ options, asOf, memoryLimit }: MeasureContext, size: number, folder: string): Omit<StageJob, 'stage'> {
  const { seed, corpus, questions, asked, cases, seconds } = options;
  return { size, seed, corpus, questions, asked, cases, seconds, folder, asOf, memoryLimit };
}
