import type { RetrievalRun } from '../run/retrieval-run.ts';
import { type AblationRow, ablationTable } from './ablation-table.ts';
import {
  type MetricFigures,
  metricFigures,
  type PairFigures,
  pairFigures,
  round,
  type SeenDefinition,
  seenDefinitions,
} from './figures.ts';
import type { QuestionResult } from './question-result.ts';
import { percentile } from './ranking-metrics.ts';

export interface RetrievalReport {
  queries: number;
  metrics: MetricFigures['metrics'];
  /** Of one whole search each, embedding of the question included. */
  latencyMs: { p50: number; p95: number };
  /** 95% bootstrap intervals of `metrics`, `[low, high]`. */
  intervals: MetricFigures['intervals'];
  /** Labelled pairs whose provision a training question named, by what counts as one; a definition that does not apply is absent. */
  seen: Partial<Record<SeenDefinition, PairFigures>>;
  /** The other labelled pairs. */
  unseen: Partial<Record<SeenDefinition, PairFigures>>;
  set: { name: string; split: string | null; questionsHash: string; corpusHash: string };
  modelId: string;
  crossValidation?: { folds: ({ fold: number; queries: number } & MetricFigures)[]; seed: number };
  /** By area of law, where the set says it. */
  areas?: Record<string, { queries: number } & MetricFigures>;
  ablation?: AblationRow[];
}

export function reportRun({ header, results, ablation }: RetrievalRun): RetrievalReport {
  const { metrics, intervals } = metricFigures(results);
  const latencies = results.map(({ latencyMs }) => latencyMs);
  const { set: name, split, questionsHash, corpusHash, modelId, folds } = header;
  const byFold = groupBy(results, ({ fold }) => fold);
  const byArea = groupBy(results, ({ area }) => area);
  return {
    queries: results.length,
    metrics,
    latencyMs: { p50: round(percentile(latencies, 0.5), 2), p95: round(percentile(latencies, 0.95), 2) },
    intervals,
    seen: bySeen(results, true),
    unseen: bySeen(results, false),
    set: { name, split, questionsHash, corpusHash },
    modelId,
    ...(folds && {
      crossValidation: { folds: byFold.map(([fold, own]) => ({ fold, ...figuresOf(own) })), seed: folds.seed },
    }),
    ...(byArea.length > 0 && {
      areas: Object.fromEntries(byArea.map(([area, own]) => [area, figuresOf(own)])),
    }),
    ...(ablation.length > 0 && { ablation: ablationTable(results, ablation) }),
  };
}

const figuresOf = (results: readonly QuestionResult[]) => ({ queries: results.length, ...metricFigures(results) });

function bySeen(results: readonly QuestionResult[], isSeen: boolean): RetrievalReport['seen'] {
  return Object.fromEntries(
    seenDefinitions.flatMap((definition) => {
      const figures = pairFigures(results, definition, isSeen);
      return figures ? [[definition, figures]] : [];
    }),
  );
}

/** Groups in order of their keys; what has none is left out. */
function groupBy<Key extends string | number>(
  results: readonly QuestionResult[],
  keyOf: (result: QuestionResult) => Key | null,
): [Key, QuestionResult[]][] {
  const groups = new Map<Key, QuestionResult[]>();
  for (const result of results) {
    const key = keyOf(result);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
