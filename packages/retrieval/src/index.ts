export { buildSearchIndex } from './build-search-index.ts';
export { IndexMismatch } from './index-mismatch.ts';
export { loadSearchIndex } from './load-search-index.ts';
export { readKnownQuestions } from './memory/read-known-questions.ts';
export type { Ranker } from './ranking/ranker.ts';
export type * from './types.ts';
export { searchStages } from './types.ts';
