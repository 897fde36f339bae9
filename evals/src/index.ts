export { evaluateRetrieval, type RetrievalReport } from './evaluate-retrieval.ts';
