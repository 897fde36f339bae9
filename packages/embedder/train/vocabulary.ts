import { countFeatures } from '../src/features.ts';
import { breathe } from './breathe.ts';

export interface Vocabulary {
  /** Most frequent first; the place is the feature's number. */
  features: string[];
  /** ln((documents + 1) / (documents with it + 1)) + 1. */
  idf: Float32Array;
}

/**
 * The features worth a vector: all that occur in at least two passages or in a question, the most frequent ones where
 * there are more than `limit`. A question counts as several passages, since its words are what people say.
 */
export async function buildVocabulary(
  passages: readonly string[],
  questions: readonly string[],
  limit: number,
  signal?: AbortSignal,
): Promise<Vocabulary> {
  const numbers = new Map<string, number>();
  const frequency: number[] = [];
  const rank: number[] = [];
  for (const [texts, weight] of [
    [passages, 1],
    [questions, 3],
  ] as const) {
    for (const [place, text] of texts.entries()) {
      if (place % 256 === 0) await breathe(signal);
      for (const feature of countFeatures(text).keys()) {
        let number = numbers.get(feature);
        if (number === undefined) {
          number = frequency.push(0) - 1;
          rank.push(0);
          numbers.set(feature, number);
        }
        frequency[number] = (frequency[number] ?? 0) + 1;
        rank[number] = (rank[number] ?? 0) + weight;
      }
    }
  }
  const ranked = [...numbers].filter(([, number]) => (rank[number] ?? 0) >= 2);
  ranked.sort(([a, left], [b, right]) => (rank[right] ?? 0) - (rank[left] ?? 0) || (a < b ? -1 : 1));
  const kept = ranked.slice(0, limit);
  const documents = passages.length + questions.length;
  return {
    features: kept.map(([feature]) => feature),
    idf: Float32Array.from(kept, ([, number]) => Math.log((documents + 1) / ((frequency[number] ?? 0) + 1)) + 1),
  };
}
