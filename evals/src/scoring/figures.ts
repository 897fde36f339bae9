import { bootstrap, type Estimate, type Share } from '../statistics/bootstrap.ts';
import { type LabelResult, type MetricName, metricNames, type QuestionResult } from './question-result.ts';

export const round = (value: number, digits = 4) => Math.round(value * 10 ** digits) / 10 ** digits || 0;

/** `[low, high]` of the 95% bootstrap interval. */
export type IntervalPair = [number, number];

export interface MetricFigures {
  metrics: Record<MetricName, number>;
  intervals: Record<MetricName, IntervalPair>;
}

/** Means over the questions, with intervals; zeros where there is none. */
export function metricFigures(results: readonly QuestionResult[]): MetricFigures {
  const columns = metricNames.map((name) => results.map(({ metrics }) => ({ part: metrics[name], whole: 1 })));
  const estimates = bootstrap(columns);
  const none: Estimate = { value: 0, low: 0, high: 0 };
  const at = (name: MetricName) => estimates[metricNames.indexOf(name)] ?? none;
  return {
    metrics: byMetric((name) => round(at(name).value)),
    intervals: byMetric((name) => [round(at(name).low), round(at(name).high)]),
  };
}

export function byMetric<Value>(figureOf: (name: MetricName) => Value): Record<MetricName, Value> {
  return {
    'recall@5': figureOf('recall@5'),
    'recall@10': figureOf('recall@10'),
    'recall@20': figureOf('recall@20'),
    'recall@100': figureOf('recall@100'),
    'mrr@10': figureOf('mrr@10'),
    'ndcg@10': figureOf('ndcg@10'),
  };
}

export type SeenDefinition = keyof LabelResult['seen'];
export const seenDefinitions: readonly SeenDefinition[] = ['trainQuestions', 'anyTraining'];

/** Share of labelled (question, provision) pairs found, and its interval. */
export interface PairFigures {
  pairs: number;
  'recall@10': number;
  'recall@100': number;
  intervals: { 'recall@10': IntervalPair; 'recall@100': IntervalPair };
}

export const isFound = ({ rank }: Pick<LabelResult, 'rank'>, k: number) => rank !== null && rank <= k;

/** How many of a question's labels that `matches` picks are among the first k, of how many. */
export const foundShare = (
  { labels }: Pick<QuestionResult, 'labels'>,
  k: number,
  matches: (label: LabelResult) => boolean,
): Share => {
  const picked = labels.filter(matches);
  return { part: picked.filter((label) => isFound(label, k)).length, whole: picked.length };
};

/** Null where it is not known of the labels whether training named them, or where none is of this kind. */
export function pairFigures(
  results: readonly QuestionResult[],
  definition: SeenDefinition,
  isSeen: boolean,
): PairFigures | null {
  const matches = (label: LabelResult) => label.seen[definition] === isSeen;
  const columns = [10, 100].map((k) => results.map((result) => foundShare(result, k, matches)));
  const pairs = (columns[0] ?? []).reduce((sum, { whole }) => sum + whole, 0);
  const [at10, at100] = bootstrap(columns);
  if (!at10 || !at100) return null;
  return {
    pairs,
    'recall@10': round(at10.value),
    'recall@100': round(at100.value),
    intervals: {
      'recall@10': [round(at10.low), round(at10.high)],
      'recall@100': [round(at100.low), round(at100.high)],
    },
  };
}
