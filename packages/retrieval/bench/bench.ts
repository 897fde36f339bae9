import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEmbedder } from '@lutai/embedder';
import { buildSearchIndex } from '../src/build-search-index.ts';
import { loadSearchIndex } from '../src/load-search-index.ts';
import type { SearchIndex } from '../src/types.ts';
import { readCorpus } from './read-corpus.ts';

/**
 * `node --import tsx packages/retrieval/bench/bench.ts [--shared DIR] [--questions 300]`: building, loading and searching the
 * full corpus on this machine, as a table. Not a test: on a busy machine only the processor's own time says anything.
 */
const { values: args } = parseArgs({
  options: {
    shared: { type: 'string', default: resolve(fileURLToPath(new URL('../../../..', import.meta.url)), 'shared') },
    questions: { type: 'string', default: '300' },
  },
});

const rows: [string, string][] = [];
const megabytes = () => `${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`;
async function timed<Value>(what: string, work: () => Value | Promise<Value>): Promise<Value> {
  const began = performance.now();
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  const wall = ((performance.now() - began) / 1000).toFixed(2);
  rows.push([what, `${wall} s (processor ${((user + system) / 1e6).toFixed(2)} s)`]);
  return value;
}

const embeddings = await timed('load the embedder', () => {
  const embedder = createEmbedder();
  embedder.embed('预热');
  return embedder;
});
const { provisions, questions } = await timed('read the corpus', () => readCorpus(args.shared, Number(args.questions)));
rows.push(['provisions', String(provisions.length)]);
const folder = await mkdtemp(join(tmpdir(), 'lutai-bench-'));
const key = { corpusVersion: 'bench', modelId: embeddings.modelId };

const stages = new Map<string, number>();
let [stage, since, peak] = ['', performance.now(), 0];
function onProgress(progress: { stage: string }) {
  peak = Math.max(peak, process.memoryUsage().rss);
  const now = performance.now();
  stages.set(stage, (stages.get(stage) ?? 0) + now - since);
  [stage, since] = [progress.stage, now];
}

async function measure(name: string, index: SearchIndex) {
  const latencies: number[] = [];
  for (const question of questions.slice(0, 20)) await index.search({ question, k: 10, asOf: '2025-04-01' });
  const before = process.cpuUsage();
  for (const question of questions) {
    const began = performance.now();
    await index.search({ question, k: 10, asOf: '2025-04-01', caseCount: 3 });
    latencies.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(before);
  rows.push([`search, ${name}: processor, mean`, `${((user + system) / 1000 / questions.length).toFixed(2)} ms`]);
  latencies.sort((a, b) => a - b);
  const at = (share: number) => `${(latencies[Math.floor(share * (latencies.length - 1))] ?? 0).toFixed(2)} ms`;
  rows.push([`search, ${name}: p50 / p95 / max`, `${at(0.5)} / ${at(0.95)} / ${at(1)}`]);
}

/** Share of the ten nearest by exact search that the graph's ten have, as the search calls it. */
async function agreement(loaded: SearchIndex, at: string): Promise<string> {
  const exact = await loadSearchIndex({ ...key, folder: at, embeddings });
  let [shared, total] = [0, 0];
  for (const question of questions) {
    const [near, sure] = await Promise.all(
      [loaded, exact].map(async ({ vectorStore }, i) => {
        const found = await vectorStore.similaritySearchVectorWithScore(
          await embeddings.embedQuery(question),
          i === 0 ? 200 : 10,
        );
        return found.slice(0, 10).map(([document]) => document.id);
      }),
    );
    total += sure?.length ?? 0;
    shared += sure?.filter((id) => near?.includes(id)).length ?? 0;
  }
  return (shared / total).toFixed(4);
}

try {
  const build = { ...key, provisions, cases: [], embeddings, folder, onProgress };
  const index = await timed('build and save', () => buildSearchIndex(build));
  for (const [name, ms] of stages) if (name !== '') rows.push([`  ${name}`, `${(ms / 1000).toFixed(2)} s`]);
  rows.push(['memory at its highest while building', `${Math.round(peak / 2 ** 20)} MiB`]);
  await timed('build again, nothing changed', () => buildSearchIndex(build));
  const loaded = await timed('load', () => loadSearchIndex({ ...key, folder, embeddings }));
  rows.push(['memory now', megabytes()]);
  await measure(index.vectorSearch, loaded);
  const exact = { ...key, provisions, cases: [], embeddings, vectorSearch: 'exact' as const };
  await measure('exact', await buildSearchIndex({ ...exact, folder }));
  rows.push(['provisions of the exact top 10 that hnsw finds too', await agreement(loaded, folder)]);
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, value] of rows) console.log(`| ${what.padEnd(width)} | ${value} |`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
