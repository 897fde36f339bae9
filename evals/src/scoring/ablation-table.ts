import type { Variant } from '../run/search-stages.ts';
import { round } from './figures.ts';
import { pairedDifference } from './paired-difference.ts';
import type { MetricName, QuestionResult } from './question-result.ts';
import { mean } from './ranking-metrics.ts';

export const ablationMetrics = ['recall@10', 'recall@100', 'mrr@10'] as const satisfies readonly MetricName[];
export type AblationMetric = (typeof ablationMetrics)[number];

export interface AblationRow {
  kind: Variant['kind'];
  stage: string | null;
  /** The figure, what it is above (or below) that of all stages, and the 95% paired interval of that difference. */
  metrics: Record<AblationMetric, { value: number; difference: number; interval: [number, number] }>;
  /** Mean time of one search. */
  meanMs: number;
}

/** One row a way to search, all stages first. */
export function ablationTable(
  all: readonly QuestionResult[],
  others: readonly { variant: Pick<Variant, 'kind' | 'stage'>; results: readonly QuestionResult[] }[],
): AblationRow[] {
  const toRow = ({ variant: { kind, stage }, results }: (typeof others)[number]): AblationRow => {
    const against = (name: AblationMetric) => {
      const shares = (of: readonly QuestionResult[]) => of.map(({ metrics }) => ({ part: metrics[name], whole: 1 }));
      const found = pairedDifference(shares(all), shares(results));
      const interval: [number, number] = [round(found?.low ?? 0), round(found?.high ?? 0)];
      return { value: round(found?.second ?? 0), difference: round(found?.difference ?? 0), interval };
    };
    return {
      kind,
      stage,
      metrics: {
        'recall@10': against('recall@10'),
        'recall@100': against('recall@100'),
        'mrr@10': against('mrr@10'),
      },
      meanMs: round(mean(results.map(({ latencyMs }) => latencyMs)), 2),
    };
  };
  return [{ variant: { kind: 'all' as const, stage: null }, results: all }, ...others].map(toRow);
}
