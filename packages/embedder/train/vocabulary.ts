import { countFeatures, occurrenceWeight } from '../src/features.ts';

export interface Vocabulary {
  /** Most frequent first; the place is the feature's number. */
  features: string[];
  numbers: Map<string, number>;
  /** ln((documents + 1) / (documents with it + 1)) + 1. */
  idf: Float32Array;
}

/** Texts as rows of feature numbers and weights (compressed sparse rows), in memory that threads share. */
export interface FeatureRows {
  /** Row r is `start[r]` … `start[r + 1]`. */
  start: Int32Array;
  feature: Int32Array;
  weight: Float32Array;
}

/**
 * The features worth a vector: all that occur in at least two passages or in a question, the most frequent ones where
 * there are more than `limit`. A question counts as several passages, since its words are what people say.
 */
export function buildVocabulary(passages: readonly string[], questions: readonly string[], limit: number): Vocabulary {
  const frequency = new Map<string, number>();
  const rank = new Map<string, number>();
  for (const [texts, weight] of [
    [passages, 1],
    [questions, 3],
  ] as const) {
    for (const text of texts) {
      for (const feature of countFeatures(text).keys()) {
        frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
        rank.set(feature, (rank.get(feature) ?? 0) + weight);
      }
    }
  }
  const ranked = [...rank].filter(([, score]) => score >= 2);
  ranked.sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  const features = ranked.slice(0, limit).map(([feature]) => feature);
  const documents = passages.length + questions.length;
  const idf = Float32Array.from(features, (f) => Math.log((documents + 1) / ((frequency.get(f) ?? 0) + 1)) + 1);
  return { features, numbers: new Map(features.map((feature, number) => [feature, number])), idf };
}

/** Rows of many texts; unknown features are left out. */
export function toRows(texts: readonly string[], { numbers, idf }: Vocabulary): FeatureRows {
  const start = new Int32Array(new SharedArrayBuffer((texts.length + 1) * 4));
  const feature: number[][] = [];
  const weight: number[][] = [];
  let size = 0;
  for (const [row, text] of texts.entries()) {
    const known: number[] = [];
    const weights: number[] = [];
    for (const [name, count] of countFeatures(text)) {
      const number = numbers.get(name);
      if (number === undefined) continue;
      known.push(number);
      weights.push(occurrenceWeight(count) * (idf[number] ?? 0));
    }
    feature.push(known);
    weight.push(weights);
    size += known.length;
    start[row + 1] = size;
  }
  const rows = {
    start,
    feature: new Int32Array(new SharedArrayBuffer(size * 4)),
    weight: new Float32Array(new SharedArrayBuffer(size * 4)),
  };
  for (const [row, known] of feature.entries()) {
    rows.feature.set(known, start[row] ?? 0);
    rows.weight.set(weight[row] ?? [], start[row] ?? 0);
  }
  return rows;
}
