import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { type MeasureContext, measurePgVector, measureSize } from './measure-size.ts';
import { type BenchOptions, sizeLabel } from './options.ts';
import type { createProgressLine } from './progress-line.ts';
import type { BenchResults, SizeResult } from './results.ts';
import { coresToUse } from './start-stage.ts';

/** The day that searches ask for. */
const AS_OF = '2025-04-01';

export interface RunBenchDeps {
  progress: ReturnType<typeof createProgressLine>;
  /** Stops the run, which then rejects with the reason. */
  signal: AbortSignal;
}

/** Measures every size and pgvector. A size that fails or takes too long is named in the results; the others go on. */
export async function runBench(options: BenchOptions, { progress, signal }: RunBenchDeps): Promise<BenchResults> {
  const scratch = await mkdtemp(join(options.scratch ?? tmpdir(), 'lutai-bench-'));
  const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem());
  const cores = coresToUse();
  const loadBefore = loadavg()[0] ?? 0;
  let modelId = '';
  const contextFor = (label: string): MeasureContext => ({
    options,
    scratch,
    asOf: AS_OF,
    cores,
    memoryLimit: memory * 0.8,
    heapLimit: memory * 0.6,
    onProgress: (step) => progress.show(label, step),
    signal: AbortSignal.any([signal, AbortSignal.timeout(options.minutes * 60_000)]),
  });
  const measuredPgVector = async () => {
    if (options.pgvector === 0) return null;
    try {
      return await measurePgVector(contextFor('pgvector'), options.pgvector);
    } catch (error) {
      signal.throwIfAborted();
      progress.say(`pgvector: not measured, ${reasonOf(error, options.minutes)}`);
      return null;
    }
  };
  const sizes: SizeResult[] = [];
  try {
    for (const passages of options.sizes) {
      try {
        const { modelId: id, ...measured } = await measureSize(contextFor(sizeLabel(passages)), passages);
        modelId = id;
        sizes.push({ passages, measured });
        const { latency, build, throughput } = measured;
        progress.say(
          `${sizeLabel(passages)}: p50 ${latency.p50.toFixed(2)} ms, p95 ${latency.p95.toFixed(2)} ms, ${throughput.one.toFixed(0)} and ${throughput.two.toFixed(0)} a second, recall ${measured.recallAt10?.value.toFixed(4) ?? 'exact'}, built in ${build.seconds.toFixed(1)} s`,
        );
      } catch (error) {
        signal.throwIfAborted();
        const stopped = reasonOf(error, options.minutes);
        sizes.push({ passages, stopped });
        progress.say(`${sizeLabel(passages)}: not measured, ${stopped}`);
      }
    }
    const pgvector = await measuredPgVector();
    const machine = {
      processor: cpus()[0]?.model.trim() ?? 'unknown processor',
      cores: cpus().length,
      memoryBytes: memory,
      system: `${type()} ${release()}`,
      node: process.versions.node,
      loadBefore,
    };
    const { date, seed } = options;
    return { date, seed, pinned: cores.length > 0, machine, modelId, asOf: AS_OF, sizes, pgvector };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function reasonOf(error: unknown, minutes: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `it took more than ${minutes} minutes`;
  return error instanceof Error ? error.message : String(error);
}
