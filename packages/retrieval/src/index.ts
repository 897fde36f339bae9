export { buildSearchIndex } from './build-search-index.ts';
export { IndexMismatch } from './index-mismatch.ts';
export { loadSearchIndex } from './load-search-index.ts';
export type * from './types.ts';
