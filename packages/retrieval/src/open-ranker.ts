import { readFileSync } from 'node:fs';
import { createRanking, type Ranker, rankerSchema } from './ranking/ranker.ts';

/** The second stage that ships; `npm run embedder:train` writes it beside the embedder's weights. */
export const rankerFile = new URL('../weights/ranker.json', import.meta.url);

let shipped: Ranker | null = null;

export function readShippedRanker(): Ranker {
  shipped ??= rankerSchema.parse(JSON.parse(readFileSync(rankerFile, 'utf8')));
  return shipped;
}

/** The ranking by what was asked for: a ranker that was given, none at all, or the one that ships where it fits the model. */
export function openRanking(ranker: Ranker | null | undefined, modelId: string) {
  const chosen = ranker === undefined ? readShippedRanker() : ranker;
  if (chosen === null || (ranker === undefined && chosen.modelId !== modelId)) return null;
  return createRanking(chosen);
}
