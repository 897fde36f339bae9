import { createTextEmbedding } from '../src/embed-text.ts';
import type { Weights } from '../src/weights.ts';
import { type LabelledQuestion, passageText, type TrainingData } from './training-data.ts';

export interface Score {
  questions: number;
  /** Mean share of a question's provisions among the first 10 and 100, and mean of 1 / rank of the first within 10. */
  'recall@10': number;
  'recall@100': number;
  'mrr@10': number;
}

/** Ranks provisions by cosine alone, with the weights as they ship (int8). STARD's questions over STARD's corpus. */
export function evaluateWeights(weights: Weights, data: TrainingData, held: readonly LabelledQuestion[]) {
  const embed = createTextEmbedding(weights);
  const passages = data.provisions.map((provision) => embed(passageText(provision)));
  const score = (source: LabelledQuestion['source']): Score => {
    const questions = held.filter((question) => question.source === source);
    const total = { 'recall@10': 0, 'recall@100': 0, 'mrr@10': 0 };
    for (const question of questions) {
      const asked = embed(question.text);
      const scores = passages.map((passage, place) =>
        source === 'stard' && !data.stardCorpus.has(place) ? Number.NEGATIVE_INFINITY : dot(asked, passage),
      );
      const ranks = question.provisions.map((place) => {
        const own = scores[place] ?? 0;
        return scores.reduce((rank, other) => (other > own ? rank + 1 : rank), 1);
      });
      const share = (cut: number) => ranks.filter((rank) => rank <= cut).length / ranks.length;
      total['recall@10'] += share(10);
      total['recall@100'] += share(100);
      const first = Math.min(...ranks);
      total['mrr@10'] += first <= 10 ? 1 / first : 0;
    }
    const mean = (sum: number) => Math.round((sum / Math.max(questions.length, 1)) * 1000) / 1000;
    return {
      questions: questions.length,
      'recall@10': mean(total['recall@10']),
      'recall@100': mean(total['recall@100']),
      'mrr@10': mean(total['mrr@10']),
    };
  };
  return { stard: score('stard'), lay: score('lay') };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}
