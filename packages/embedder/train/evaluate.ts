import type { Weights } from '../src/weights.ts';
import { breathe } from './breathe.ts';
import { type FeatureRows, toRows } from './feature-rows.ts';
import { compileKernel } from './kernel/compile-kernel.ts';
import { createKernel } from './kernel/create-kernel.ts';
import { type LabelledQuestion, passageText, type TrainingData } from './training-data.ts';

export interface Score {
  questions: number;
  /** Mean share of a question's provisions among the first 10 and 100, and mean of 1 / rank of the first within 10. */
  'recall@10': number;
  'recall@100': number;
  'mrr@10': number;
}

const QUESTIONS_AT_ONCE = 512;
const PROVISIONS_AT_ONCE = 512;

/** Ranks provisions by cosine alone, with the weights as they ship (int8). STARD's questions over STARD's corpus. */
export async function evaluateWeights(
  weights: Weights,
  data: TrainingData,
  held: readonly LabelledQuestion[],
  signal?: AbortSignal,
): Promise<Record<LabelledQuestion['source'], Score>> {
  const all = Int32Array.from(data.provisions.keys());
  const passages = await shippedRows(data.provisions.map(passageText), weights, signal);
  const score = async (source: LabelledQuestion['source']) => {
    const questions = held.filter((question) => question.source === source);
    const ranked = source === 'stard' ? all.filter((place) => data.stardCorpus.has(place)) : all;
    return scoreOf(await rankLabels(weights, passages, ranked, questions, signal));
  };
  return { stard: await score('stard'), own: await score('own') };
}

/** Rows whose weights leave idf out: the scales of the weights that ship have it in them. */
const shippedRows = (texts: readonly string[], { features }: Weights, signal?: AbortSignal) =>
  toRows(texts, { features, idf: new Float32Array(features.length).fill(1) }, signal);

/** The rank of each label of each question among some provisions: one more than how many are nearer. */
async function rankLabels(
  weights: Weights,
  passages: FeatureRows,
  ranked: Int32Array,
  questions: readonly LabelledQuestion[],
  signal?: AbortSignal,
): Promise<number[][]> {
  const rows = await shippedRows(
    questions.map(({ text }) => text),
    weights,
    signal,
  );
  const kernel = await createKernel(await compileKernel(), [passages, rows], {
    features: weights.features.length,
    dimensions: weights.dimensions,
    lefts: QUESTIONS_AT_ONCE,
    rights: PROVISIONS_AT_ONCE,
  });
  kernel.vectors.set(
    Float32Array.from(weights.vectors, (value, i) => value * (weights.scales[Math.floor(i / weights.dimensions)] ?? 0)),
  );
  const ranks: number[][] = [];
  for (let from = 0; from < questions.length; from += QUESTIONS_AT_ONCE) {
    const asked = questions.slice(from, from + QUESTIONS_AT_ONCE);
    const left = Int32Array.from(asked.keys(), (i) => passages.start.length - 1 + from + i);
    const cosines = asked.map(({ provisions }, i) => [
      ...kernel.compare(left.slice(i, i + 1), Int32Array.from(provisions)).cosines.subarray(0, provisions.length),
    ]);
    const nearer = asked.map(({ provisions }) => provisions.map(() => 0));
    for (let first = 0; first < ranked.length; first += PROVISIONS_AT_ONCE) {
      await breathe(signal);
      const places = ranked.subarray(first, first + PROVISIONS_AT_ONCE);
      const { line, cosines: found } = kernel.compare(left, places);
      for (const [i, own] of cosines.entries()) {
        const others = found.subarray(i * line, i * line + places.length);
        for (const [label, cosine] of own.entries()) {
          let count = 0;
          for (const other of others) if (other > cosine) count += 1;
          const counts = nearer[i];
          if (counts) counts[label] = (counts[label] ?? 0) + count;
        }
      }
    }
    ranks.push(...nearer.map((counts) => counts.map((count) => count + 1)));
  }
  return ranks;
}

function scoreOf(ranks: readonly number[][]): Score {
  const mean = (of: (own: number[]) => number) =>
    Math.round((ranks.reduce((sum, own) => sum + of(own), 0) / Math.max(ranks.length, 1)) * 1000) / 1000;
  const recall = (cut: number) => mean((own) => own.filter((rank) => rank <= cut).length / own.length);
  return {
    questions: ranks.length,
    'recall@10': recall(10),
    'recall@100': recall(100),
    'mrr@10': mean((own) => (Math.min(...own) <= 10 ? 1 / Math.min(...own) : 0)),
  };
}
