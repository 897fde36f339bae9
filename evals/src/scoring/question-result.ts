import type { Label, LabelledQuestion } from '../evaluation-set.ts';
import { ndcgAt, recallAt, reciprocalRankAt } from './ranking-metrics.ts';

export const metricNames = ['recall@5', 'recall@10', 'recall@20', 'recall@100', 'mrr@10', 'ndcg@10'] as const;
export type MetricName = (typeof metricNames)[number];
export type Metrics = Record<MetricName, number>;

/** Which provisions training questions named, as `citationKey`s; null where that is not known or there were none. */
export interface NamedInTraining {
  /** By the questions of the train split, or of the other folds. */
  trainQuestions: ReadonlySet<string> | null;
  /** By these or any other question that the model or its known questions were made from. */
  anyTraining: ReadonlySet<string> | null;
}

export interface LabelResult {
  citation: string;
  gain: number;
  /** 1-based, of the first 100; null where it is not among them. */
  rank: number | null;
  /** Whether a training question named this provision; null where that is not known. */
  seen: { trainQuestions: boolean | null; anyTraining: boolean | null };
}

/** What one question brought. */
export interface QuestionResult {
  id: string;
  area: string | null;
  /** 1-based; null without cross-validation. */
  fold: number | null;
  labels: LabelResult[];
  metrics: Metrics;
  latencyMs: number;
}

/** `ranked` are ids of provisions, best first, at most 100. */
export function scoreQuestion(
  { id, area, labels }: LabelledQuestion,
  ranked: readonly string[],
  named: NamedInTraining,
): Omit<QuestionResult, 'fold' | 'latencyMs'> {
  // A label without a provision keeps its place among the relevant ones, and no ranking can find it.
  const relevant = new Map(
    labels.map((label) => [label.provisionId ?? `not in the corpus: ${label.citation}`, label.gain]),
  );
  return {
    id,
    area,
    labels: labels.map((label) => ({
      citation: label.citation,
      gain: label.gain,
      rank: rankOf(label, ranked),
      seen: {
        trainQuestions: named.trainQuestions?.has(label.citation) ?? null,
        anyTraining: named.anyTraining?.has(label.citation) ?? null,
      },
    })),
    metrics: {
      'recall@5': recallAt(ranked, relevant, 5),
      'recall@10': recallAt(ranked, relevant, 10),
      'recall@20': recallAt(ranked, relevant, 20),
      'recall@100': recallAt(ranked, relevant, 100),
      'mrr@10': reciprocalRankAt(ranked, relevant, 10),
      'ndcg@10': ndcgAt(ranked, relevant, 10),
    },
  };
}

function rankOf({ provisionId }: Label, ranked: readonly string[]): number | null {
  const place = provisionId === null ? -1 : ranked.indexOf(provisionId);
  return place < 0 ? null : place + 1;
}
