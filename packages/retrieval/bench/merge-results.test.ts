import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withEarlier } from './merge-results.ts';
import type { BenchResults, Measured, SizeResult } from './results.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lutai-merge-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// Which of its figures are looked at does not matter here.
const measured = (dimensions: number) => ({ dimensions }) as Measured;
const run = (sizes: SizeResult[], changes: Partial<BenchResults> = {}): BenchResults => ({
  date: '2026-01-31',
  seed: 7,
  pinned: true,
  machine: { processor: 'p', cores: 2, memoryBytes: 1, system: 's', node: 'n', loadBefore: Math.random() },
  modelId: 'm',
  asOf: '2025-04-01',
  sizes,
  pgvector: null,
  ...changes,
});
const merged = async (earlier: BenchResults, now: BenchResults) => {
  await writeFile(join(folder, 'search.json'), JSON.stringify(earlier));
  return (await withEarlier(folder, now)).sizes.map((size) => [
    size.passages,
    size.measured?.dimensions ?? size.stopped,
  ]);
};

it('keeps what was measured before, replaces what is measured anew, in order of size', async () => {
  const earlier = run([
    { passages: 1000, measured: measured(1) },
    { passages: 9000, measured: measured(2) },
  ]);
  const now = run([
    { passages: 5000, measured: measured(3) },
    { passages: 1000, measured: measured(4) },
    { passages: 9000, stopped: 'too long' },
  ]);
  expect(await merged(earlier, now)).toEqual([
    [1000, 4],
    [5000, 3],
    [9000, 2],
  ]);
});

it('mixes in nothing of another day, seed, model or machine', async () => {
  const now = run([{ passages: 5000, measured: measured(3) }]);
  for (const other of [{ date: '2026-01-30' }, { seed: 8 }, { modelId: 'n' }, { asOf: '2020-01-01' }]) {
    expect(await merged(run([{ passages: 1000, measured: measured(1) }], other), now)).toEqual([[5000, 3]]);
  }
});

it('stands alone where nothing was written before', async () => {
  const now = run([{ passages: 5000, measured: measured(3) }]);
  expect(await withEarlier(folder, now)).toEqual(now);
});
