import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchResults } from './results.ts';

/**
 * The results with the sizes, and pgvector, that an earlier run of the same day has written into the folder: a machine that is
 * shared can be measured piece by piece. Runs of another machine, model, seed or day are not mixed in.
 */
export async function withEarlier(folder: string, results: BenchResults): Promise<BenchResults> {
  const earlier = await readEarlier(folder);
  if (!earlier || nameOf(earlier) !== nameOf(results)) return results;
  const now = new Set(results.sizes.flatMap(({ passages, measured }) => (measured ? [passages] : [])));
  const kept = earlier.sizes.filter(({ passages, measured }) => measured && !now.has(passages));
  const replaced = new Set(kept.map(({ passages }) => passages));
  const sizes = [...kept, ...results.sizes.filter(({ passages }) => !replaced.has(passages))];
  sizes.sort((a, b) => a.passages - b.passages);
  return { ...results, sizes, pgvector: results.pgvector ?? earlier.pgvector };
}

async function readEarlier(folder: string): Promise<BenchResults | null> {
  try {
    // Written by write-report.ts from results of this type.
    return JSON.parse(await readFile(join(folder, 'search.json'), 'utf8')) as BenchResults;
  } catch {
    return null;
  }
}

const nameOf = ({ date, seed, modelId, asOf, pinned, machine }: BenchResults) =>
  JSON.stringify([date, seed, modelId, asOf, pinned, machine.processor, machine.cores, machine.node]);
