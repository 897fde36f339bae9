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
  latencyMs: { p50: number; p95: number };
}

export interface EvaluateRetrievalInput {
  /** A folder in the BEIR layout. */
  beirDir: string;
  split: string;
  /** Where indexes are kept between runs; a temporary folder that is removed when absent. */
  cacheFolder?: string | undefined;
  onProgress?: ((progress: { stage: string; done: number; total: number }) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Runs every question of a split against the set's own corpus and scores the ranking. */
export async function evaluateRetrieval(_input: EvaluateRetrievalInput): Promise<RetrievalReport> {
  throw new Error('not built yet');
}
