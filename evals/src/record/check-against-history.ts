import type { RetrievalRun } from '../run/retrieval-run.ts';
import { isFound, metricFigures, round } from '../scoring/figures.ts';
import { pairedDifference } from '../scoring/paired-difference.ts';
import { type HistoryEntry, rankText, readRanks } from './history.ts';

export const checkedMetrics = ['recall@10', 'recall@100', 'mrr@10'] as const;
export type CheckedMetric = (typeof checkedMetrics)[number];

export interface CheckedFigure {
  accepted: number;
  now: number;
  difference: number;
  /** How far the figure may fall. */
  noise: number;
  dropped: boolean;
}

export interface HistoryCheck {
  name: string;
  /** Day of the accepted run. */
  date: string;
  /** Whether the noise is that of paired differences: the accepted run answered the same questions. */
  paired: boolean;
  /** Whether both ranked the same corpus. */
  sameCorpus: boolean;
  passed: boolean;
  metrics: Record<CheckedMetric, CheckedFigure>;
}

type Compare = (name: CheckedMetric) => { difference: number; noise: number };

/**
 * A figure has dropped when it is below the accepted one by more than the noise. Where both runs answered the same questions,
 * the noise is half the width of the 95% paired bootstrap interval of the difference; else the two samples are independent,
 * and it is √(h₁² + h₂²) of the half-widths of their own intervals.
 */
export function checkAgainstHistory(run: RetrievalRun, entry: HistoryEntry): HistoryCheck {
  const now = metricFigures(run.results);
  const isPaired = run.header.questionsHash === entry.questionsHash;
  const compare: Compare = isPaired ? comparePaired(run, entry) : compareApart(now, entry);
  const check = (name: CheckedMetric): CheckedFigure => {
    const { difference, noise } = compare(name);
    const figures = { accepted: entry.metrics[name], now: now.metrics[name] };
    // The rest of an addition of equal numbers is no drop.
    return { ...figures, difference: round(difference), noise: round(noise), dropped: -difference > noise + 1e-9 };
  };
  const metrics = { 'recall@10': check('recall@10'), 'recall@100': check('recall@100'), 'mrr@10': check('mrr@10') };
  return {
    name: entry.name,
    date: entry.date,
    paired: isPaired,
    sameCorpus: run.header.corpusHash === entry.corpusHash,
    passed: checkedMetrics.every((name) => !metrics[name].dropped),
    metrics,
  };
}

function comparePaired({ results }: RetrievalRun, entry: HistoryEntry): Compare {
  const accepted = readRanks(entry.ranks);
  const current = readRanks(rankText(results));
  return (name) => {
    const shares = (of: (number | null)[][]) => of.map((ranks) => ({ part: fromRanks[name](ranks), whole: 1 }));
    const found = pairedDifference(shares(accepted), shares(current));
    return { difference: found?.difference ?? 0, noise: found ? (found.high - found.low) / 2 : 0 };
  };
}

function compareApart(now: ReturnType<typeof metricFigures>, entry: HistoryEntry): Compare {
  const halfWidth = ([low, high]: readonly [number, number]) => (high - low) / 2;
  return (name) => ({
    difference: now.metrics[name] - entry.metrics[name],
    noise: Math.hypot(halfWidth(now.intervals[name]), halfWidth(entry.intervals[name])),
  });
}

const shareFound = (ranks: readonly (number | null)[], k: number) =>
  ranks.filter((rank) => isFound({ rank }, k)).length / Math.max(ranks.length, 1);

/** The metrics of one question, from the ranks of its labelled provisions. */
const fromRanks: Record<CheckedMetric, (ranks: readonly (number | null)[]) => number> = {
  'recall@10': (ranks) => shareFound(ranks, 10),
  'recall@100': (ranks) => shareFound(ranks, 100),
  'mrr@10': (ranks) => {
    const first = Math.min(...ranks.map((rank) => rank ?? Number.POSITIVE_INFINITY));
    return first <= 10 ? 1 / first : 0;
  },
};
