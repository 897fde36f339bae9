import type { LoadSearchIndexInput, SearchIndex } from './types.ts';

/** Opens a saved index. Throws `IndexMismatch` where it does not fit. */
export async function loadSearchIndex(_input: LoadSearchIndexInput): Promise<SearchIndex> {
  throw new Error('not built yet');
}
