export { type EvaluateRetrievalInput, evaluateRetrieval, type RetrievalReport } from './evaluate-retrieval.ts';
export { mean, ndcgAt, percentile, type Relevance, recallAt, reciprocalRankAt } from './ranking-metrics.ts';
export { BeirError } from './read-beir.ts';
