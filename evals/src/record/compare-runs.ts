import { EvaluationInputError } from '../input-error.ts';
import type { RunHeader } from '../run/retrieval-run.ts';
import { byMetric, foundShare, round, type SeenDefinition, seenDefinitions } from '../scoring/figures.ts';
import { pairedDifference, pairedPValue } from '../scoring/paired-difference.ts';
import type { LabelResult, MetricName } from '../scoring/question-result.ts';
import type { Share } from '../statistics/bootstrap.ts';
import type { SavedRun } from './run-file.ts';
import { requireSameIds } from './same-questions.ts';

/** B minus A. */
export interface ComparedFigure {
  a: number;
  b: number;
  difference: number;
  /** 95% paired bootstrap interval of the difference. */
  interval: [number, number];
  /** Two-sided sign-flip test. */
  p: number;
}

export interface ComparedPairs {
  pairs: number;
  'recall@10': ComparedFigure;
  'recall@100': ComparedFigure;
}

export interface RunComparison {
  queries: number;
  a: RunHeader;
  b: RunHeader;
  /** Whether both ranked the same corpus. */
  sameCorpus: boolean;
  metrics: Record<MetricName, ComparedFigure>;
  /** Labelled pairs that were seen (unseen) in both runs. */
  seen: Partial<Record<SeenDefinition, ComparedPairs>>;
  unseen: Partial<Record<SeenDefinition, ComparedPairs>>;
}

type Result = SavedRun['results'][number];

/** Tests question by question whether B differs from A. Throws where they did not answer the same questions. */
export function compareRuns(a: SavedRun, b: SavedRun): RunComparison {
  const pairs = pairUp(a, b);
  const metric = (name: MetricName) => {
    const shares = (of: readonly Result[]) => of.map(({ metrics }) => ({ part: metrics[name], whole: 1 }));
    const compared = compare(shares(pairs.map(([one]) => one)), shares(pairs.map(([, other]) => other)));
    if (compared === null) throw new EvaluationInputError('两次运行里没有问题可比。');
    return compared;
  };
  return {
    queries: pairs.length,
    a: a.header,
    b: b.header,
    sameCorpus: a.header.corpusHash === b.header.corpusHash,
    metrics: byMetric(metric),
    seen: bySeen(pairs, true),
    unseen: bySeen(pairs, false),
  };
}

/** Results of the same question side by side, their labels in the same order. */
function pairUp(a: SavedRun, b: SavedRun): [Result, Result][] {
  requireSameIds(a.results, b.results);
  const byId = new Map(b.results.map((result) => [result.id, result]));
  const paired = a.results.map((one): [Result, Result] => {
    const other = byId.get(one.id) ?? one;
    return [
      { ...one, labels: sorted(one.labels) },
      { ...other, labels: sorted(other.labels) },
    ];
  });
  const differs = paired.find(([one, other]) => labelsOf(one) !== labelsOf(other));
  if (differs) throw new EvaluationInputError(`两次运行的标注不同，不能比较：问题 ${differs[0].id}。`);
  if (a.header.questionsHash !== b.header.questionsHash) {
    throw new EvaluationInputError('两次运行的问题不同，不能比较：编号相同，但有问题的文字改过。');
  }
  return paired;
}

/** Of two labels of one citation (two versions), the one found first comes first. */
const sorted = (labels: readonly LabelResult[]) =>
  [...labels].sort(
    (x, y) => x.citation.localeCompare(y.citation) || x.gain - y.gain || (x.rank ?? 1000) - (y.rank ?? 1000),
  );

const labelsOf = ({ labels }: Result) => labels.map(({ citation, gain }) => `${citation} ${gain}`).join('\n');

function bySeen(pairs: readonly [Result, Result][], isSeen: boolean): RunComparison['seen'] {
  return Object.fromEntries(
    seenDefinitions.flatMap((definition) => {
      const matches = (label: LabelResult) => label.seen[definition] === isSeen;
      // A label counts where it is of this kind in both runs: the two may have been trained on different questions.
      const inBoth = pairs.map(([one, other]): [Result, Result] => {
        const keep = one.labels.map((label, i) => matches(label) && other.labels.slice(i, i + 1).some(matches));
        const pick = (result: Result) => ({ ...result, labels: result.labels.filter((_, i) => keep[i]) });
        return [pick(one), pick(other)];
      });
      const shares = (k: number, side: 0 | 1) => inBoth.map((pair) => foundShare(pair[side], k, () => true));
      const at10 = compare(shares(10, 0), shares(10, 1));
      const at100 = compare(shares(100, 0), shares(100, 1));
      const count = shares(10, 0).reduce((sum, { whole }) => sum + whole, 0);
      return at10 && at100 ? [[definition, { pairs: count, 'recall@10': at10, 'recall@100': at100 }]] : [];
    }),
  );
}

function compare(first: readonly Share[], second: readonly Share[]): ComparedFigure | null {
  const found = pairedDifference(first, second);
  return (
    found && {
      a: round(found.first),
      b: round(found.second),
      difference: round(found.difference),
      interval: [round(found.low), round(found.high)],
      p: round(pairedPValue(first, second)),
    }
  );
}
