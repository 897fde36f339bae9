import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { createEmbedder } from '@lutai/embedder';
import { buildSearchIndex, IndexMismatch, loadSearchIndex, type SearchIndex } from '@lutai/retrieval';
import { mean, ndcgAt, percentile, recallAt, reciprocalRankAt } from './ranking-metrics.ts';
import { type BeirSet, readBeir } from './read-beir.ts';

export interface RetrievalReport {
  queries: number;
  metrics: {
    'recall@5': number;
    'recall@10': number;
    'recall@20': number;
    'recall@100': number;
    'mrr@10': number;
    'ndcg@10': number;
  };
  /** Of one whole search each, embedding of the question included. */
  latencyMs: { p50: number; p95: number };
}

export interface EvaluateRetrievalInput {
  /** A folder in the BEIR layout. */
  beirDir: string;
  split: string;
  /** Where the index is kept for the next run; a temporary folder that is removed when absent. */
  cacheFolder?: string | undefined;
  /** The embedded model when absent. */
  model?: { embeddings: EmbeddingsInterface; modelId: string } | undefined;
  onProgress?: ((progress: { stage: string; done: number; total: number }) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Runs every question of a split against the set's own corpus, all versions of a law included, and scores the ranking.
 * Train questions count as answered cases where the split is another one. Throws `BeirError` for a set that is not one.
 */
export async function evaluateRetrieval(input: EvaluateRetrievalInput): Promise<RetrievalReport> {
  const set = readBeir(input.beirDir, input.split);
  const folder = input.cacheFolder ?? (await mkdtemp(join(tmpdir(), 'lutai-eval-')));
  try {
    const index = await openIndex(input, set, folder);
    return await runQuestions(input, set, index);
  } finally {
    if (input.cacheFolder === undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function openIndex(input: EvaluateRetrievalInput, set: BeirSet, folder: string): Promise<SearchIndex> {
  const { embeddings, modelId } = input.model ?? embeddedModel();
  const common = { folder, corpusVersion: set.corpusVersion, modelId, embeddings, cases: set.cases };
  try {
    return await loadSearchIndex(common);
  } catch (error) {
    if (!(error instanceof IndexMismatch)) throw error;
  }
  const { onProgress, signal } = input;
  return buildSearchIndex({ ...common, provisions: set.provisions, onProgress, signal });
}

function embeddedModel() {
  const embeddings = createEmbedder();
  return { embeddings, modelId: embeddings.modelId };
}

async function runQuestions(input: EvaluateRetrievalInput, set: BeirSet, index: SearchIndex): Promise<RetrievalReport> {
  const search = (question: string) => index.search({ question, k: 100, asOf: null, signal: input.signal });
  // The first searches compile the code that the others run; a desk that is open is warm.
  for (const { text } of set.questions.slice(0, 20)) await search(text);
  const total = set.questions.length;
  const latencies: number[] = [];
  const rankings: string[][] = [];
  for (const [done, { text }] of set.questions.entries()) {
    const began = performance.now();
    const { hits } = await search(text);
    latencies.push(performance.now() - began);
    rankings.push(hits.map(({ provisionId }) => provisionId));
    input.onProgress?.({ stage: 'search', done: done + 1, total });
  }
  const average = (metric: (ranked: string[], relevant: BeirSet['questions'][number]['relevant']) => number) =>
    round(mean(set.questions.map(({ relevant }, i) => metric(rankings[i] ?? [], relevant))), 4);
  return {
    queries: total,
    metrics: {
      'recall@5': average((ranked, relevant) => recallAt(ranked, relevant, 5)),
      'recall@10': average((ranked, relevant) => recallAt(ranked, relevant, 10)),
      'recall@20': average((ranked, relevant) => recallAt(ranked, relevant, 20)),
      'recall@100': average((ranked, relevant) => recallAt(ranked, relevant, 100)),
      'mrr@10': average((ranked, relevant) => reciprocalRankAt(ranked, relevant, 10)),
      'ndcg@10': average((ranked, relevant) => ndcgAt(ranked, relevant, 10)),
    },
    latencyMs: { p50: round(percentile(latencies, 0.5), 2), p95: round(percentile(latencies, 0.95), 2) },
  };
}

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
