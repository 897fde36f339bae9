import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BenchResults, SizeResult } from '../results.ts';
import { linearAxis, logAxis } from './axis.ts';
import { markdown } from './markdown.ts';
import { plots } from './plots.ts';
import { shortNumber } from './svg.ts';
import { writeReport } from './write-report.ts';

const size = (passages: number, factor: number): SizeResult => ({
  passages,
  measured: {
    dimensions: 256,
    vectorSearch: 'hnsw',
    answeredCases: 1000,
    knownQuestions: 6000,
    copyLikeness: passages > 65_000 ? 0.83 : null,
    build: {
      seconds: 2 * factor,
      stages: { embed: factor, ranks: factor },
      peakBytes: 2 ** 29 * factor,
      diskBytes: 2 ** 24,
    },
    load: { embedderSeconds: 0.3, indexSeconds: 0.05 * factor, bytes: 2 ** 28 * factor },
    latency: { questions: 500, p50: 1.234 * factor, p95: 4.567 * factor, p99: 8, max: 9, nearest: 0.4, processor: 2 },
    throughput: { seconds: 10, one: 300 / factor, two: 555 / factor },
    recallAt10: { questions: 200, value: 0.99876 },
  },
});

const results: BenchResults = {
  date: '2026-01-31',
  seed: 7,
  pinned: true,
  machine: {
    processor: 'A <fast> & good one',
    cores: 2,
    memoryBytes: 2 ** 34,
    system: 'Linux 6',
    node: '20.20.2',
    loadBefore: 0.1,
  },
  modelId: 'model-1',
  asOf: '2025-04-01',
  sizes: [size(10_000, 1), size(1_000_000, 8), { passages: 2_000_000, stopped: 'it took more than 90 minutes' }],
  pgvector: {
    passages: 10_000,
    dimensions: 256,
    version: '0.8.7',
    insertPerSecond: 2500,
    graphSeconds: 12,
    tableBytesPerRow: 1135,
    graphBytesPerRow: 820,
    latency: { questions: 200, p50: 3.5, p95: 8 },
    halfPrecisionRecallAt10: 0.9998,
    recallAt10: 0.9991,
    binaryRecallAt10: [{ candidates: 100, value: 0.874 }],
  },
};

describe('the plots', () => {
  it('are well-formed, and show every value and every size', () => {
    const files = plots(results);
    expect(Object.keys(files)).toEqual(['latency.svg', 'throughput.svg', 'recall.svg', 'build.svg', 'memory.svg']);
    for (const svg of Object.values(files)) {
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      const open = [...svg.matchAll(/<([a-z]+)(?=[\s>])[^>]*?(\/?)>/g)].filter(([, , closed]) => closed === '');
      expect(open).toHaveLength([...svg.matchAll(/<\/[a-z]+>/g)].length);
      expect(svg).toContain('>10k<');
      expect(svg).toContain('>1M<');
      expect(svg).toContain('prefers-color-scheme: dark');
    }
    for (const value of ['1.23', '4.57', '9.87', '36.5']) expect(files['latency.svg']).toContain(`>${value}<`);
    expect(files['throughput.svg']).toContain('>555<');
    expect(files['recall.svg']).toContain('>0.9988<');
  });

  it('stand with one size, and leave out what was not measured', () => {
    expect(Object.keys(plots({ ...results, sizes: [size(10_000, 1)] }))).toHaveLength(5);
    expect(plots({ ...results, sizes: [{ passages: 5, stopped: 'no' }] })).toEqual({});
    const { measured } = size(10_000, 1);
    const exact = measured && { ...measured, vectorSearch: 'exact', recallAt10: null };
    expect(
      plots({ ...results, sizes: [{ passages: 10, ...(exact ? { measured: exact } : {}) }] })['recall.svg'],
    ).toBeUndefined();
  });

  it('have axes that hold all values, with round numbers', () => {
    const log = logAxis([3, 4000], 300, 100);
    expect(log.ticks).toEqual([1, 10, 100, 1000, 10_000]);
    expect([log.at(1), log.at(100), log.at(10_000)]).toEqual([300, 200, 100]);
    expect(logAxis([2, 9], 0, 1).ticks).toEqual([1, 2, 5, 10]);
    const linear = linearAxis([610], 0, 100, 0);
    expect(linear.ticks).toEqual([0, 200, 400, 600, 800]);
    expect(linear.at(800)).toBe(0);
    expect(linearAxis([], 0.98, 0, 1, 1).ticks).toEqual([0.98, 0.985, 0.99, 0.995, 1]);
    expect([0.0531, 2.345, 99.94, 1234.5].map(shortNumber)).toEqual(['0.053', '2.35', '99.9', '1,235']);
  });
});

describe('the page', () => {
  it('says where, when and of what the figures are, and what could not be measured', () => {
    const page = markdown(results);
    expect(page).toContain('on 2026-01-31, seed 7. A <fast> & good one, 2 cores');
    expect(page).toContain('| latency, ms: p95 | 4.57 | 36.5 |');
    expect(page).toContain('| ranks | 1.00 | 8.00 |');
    expect(page).toContain('- 2M was not measured: it took more than 90 minutes');
    expect(page).toContain('cosine with its original is 0.83');
    expect(page).toContain('0.874 of 100');
    expect(markdown({ ...results, pgvector: null })).not.toContain('WebAssembly');
  });

  it('carries the largest sizes on to 100 million', () => {
    const page = markdown(results);
    // 1,750 MiB more for 990,000 passages; 8 s for a million, 100 times; 820 bytes of a row.
    expect(page).toContain('| memory of a process that holds the index | 1,898 bytes | 177 GiB |');
    expect(page).toContain('| build: embed | 8 µs | 0.22 core-hours |');
    expect(page).toContain('| pgvector: the graph | 820 bytes | 76.4 GiB |');
    expect(markdown({ ...results, sizes: [size(10_000, 1)] })).not.toContain('Carried');
  });

  it('is written whole, with figures and plots, and nothing beside them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lutai-report-'));
    await writeFile(join(folder, 'search.md'), 'of before');
    const written = await writeReport(folder, results);
    expect((await readdir(folder)).sort()).toEqual(written.map((file) => file.slice(folder.length + 1)).sort());
    const stored = JSON.parse(await readFile(join(folder, 'search.json'), 'utf8'));
    expect(stored.sizes[0].measured.latency.p50).toBe(1.234);
    expect(await readFile(join(folder, 'search.md'), 'utf8')).toBe(markdown(results));
    await rm(folder, { recursive: true });
  });
});
