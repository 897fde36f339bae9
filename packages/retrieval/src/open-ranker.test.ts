import { createEmbedder } from '@lutai/embedder';
import { expect, it } from 'vitest';
import { openRanking, readShippedRanker } from './open-ranker.ts';

it('the ranker that ships was trained on the embedder that ships, and is not used with another', () => {
  expect(openRanking(undefined, createEmbedder().modelId)).not.toBeNull();
  expect(openRanking(undefined, 'another-model')).toBeNull();
});

it('a ranker that is given is used with any embeddings; null means none', () => {
  expect(openRanking(readShippedRanker(), 'another-model')).not.toBeNull();
  expect(openRanking(null, createEmbedder().modelId)).toBeNull();
});
