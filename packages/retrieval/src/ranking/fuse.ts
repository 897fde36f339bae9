export interface FusionWeights {
  /** Of vectors and BM25, both in standard deviations; and what full support by a case adds to that. */
  vectors: number;
  lexical: number;
  cases: number;
}

/** Chosen on a fifth of STARD's train questions that the model of that measurement had not seen. */
export const fusionWeights: FusionWeights = { vectors: 1, lexical: 0.2, cases: 2 };

export interface RankedPlace {
  place: number;
  score: number;
}

export interface Signals {
  /** Places worth ranking, from any of the signals; doubles do no harm. */
  candidates: Iterable<number>;
  /** Cosine with the question. */
  cosine: (place: number) => number;
  /** Mean and spread of the cosine over the whole corpus for this question. */
  cosineSpread: Spread;
  lexical: Float32Array;
  lexicalSpread: Spread;
  /** What the nearest answered cases say for a place; 0 where they are silent. */
  cases: ReadonlyMap<number, number>;
}

export interface Spread {
  mean: number;
  deviation: number;
}

/**
 * One score from three signals. Each is brought to standard deviations from the corpus's mean first: cosines and BM25 have
 * no common scale, and how far a provision stands out is what tells.
 */
export function fuse(signals: Signals, weights: FusionWeights): RankedPlace[] {
  const { cosineSpread, lexicalSpread, lexical, cases } = signals;
  return Array.from(new Set(signals.candidates), (place) => {
    const near = (signals.cosine(place) - cosineSpread.mean) / cosineSpread.deviation;
    const words = ((lexical[place] ?? 0) - lexicalSpread.mean) / lexicalSpread.deviation;
    return { place, score: weights.vectors * near + weights.lexical * words + weights.cases * (cases.get(place) ?? 0) };
  });
}

/** Mean and standard deviation of some values; a deviation of 1 where all are equal. */
export function spreadOf(values: Float32Array | Float64Array): Spread {
  const count = values.length;
  if (count === 0) return { mean: 0, deviation: 1 };
  let [sum, squares] = [0, 0];
  for (let i = 0; i < count; i += 1) {
    const x = values[i] ?? 0;
    sum += x;
    squares += x * x;
  }
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(squares / count - mean * mean, 0));
  return { mean, deviation: deviation < 1e-6 ? 1 : deviation };
}
