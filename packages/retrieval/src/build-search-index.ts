import type { BuildSearchIndexInput, SearchIndex } from './types.ts';

/** Builds the index of a corpus and saves it. Stops with the signal's reason; then nothing is left behind. */
export async function buildSearchIndex(_input: BuildSearchIndexInput): Promise<SearchIndex> {
  throw new Error('not built yet');
}
