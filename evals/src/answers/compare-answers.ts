import { EvaluationInputError } from '../input-error.ts';
import type { ComparedFigure } from '../record/compare-runs.ts';
import { requireSameIds } from '../record/same-questions.ts';
import { round } from '../scoring/figures.ts';
import { pairedRatios } from '../scoring/paired-ratios.ts';
import type { Share } from '../statistics/bootstrap.ts';
import { type AnswerFigure, answerFigures, shareOf } from './answer-figures.ts';
import type { SavedAnswers } from './answers-run-file.ts';
import type { AnswerScore } from './score-answer.ts';
import { type AnswerVersions, versionsOf } from './versions-of.ts';

/** Besides the figures: means over cases, the length of a sentence and the share of legalese. None of them is better for being more. */
const comparedMeasures = ['characters', 'sentence', 'legalese', 'tokens', 'ms'] as const;
type Measure = (typeof comparedMeasures)[number];

export interface AnswersComparison {
  cases: number;
  a: AnswerVersions;
  b: AnswerVersions;
  /** B minus A; what no case is about is absent. */
  figures: Partial<Record<AnswerFigure | Measure, ComparedFigure>>;
  /** The cases in which most points, facts, forbidden statements and provisions have come or gone. */
  changed: { id: string; better: number; worse: number }[];
}

const measures: Record<Measure, (score: AnswerScore) => Share> = {
  characters: ({ length }) => ({ part: length.characters, whole: 1 }),
  sentence: ({ length }) => ({ part: length.own, whole: length.sentences }),
  legalese: ({ length }) => ({ part: length.legalese, whole: length.own }),
  tokens: ({ calls }) => ({ part: calls.inputTokens + calls.outputTokens, whole: 1 }),
  ms: ({ ms }) => ({ part: ms, whole: 1 }),
};

/** Tests case by case whether B differs from A. Throws where they did not answer the same cases. */
export function compareAnswers(a: SavedAnswers, b: SavedAnswers): AnswersComparison {
  requireSameIds(a.scores, b.scores);
  if (a.casesHash !== b.casesHash) {
    throw new EvaluationInputError('两次运行的题目不同，不能比较：编号相同，但有题目的文字或标注改过。');
  }
  const inB = new Map(b.scores.map((score) => [score.id, score]));
  const pairs = a.scores.map((one): [AnswerScore, AnswerScore] => [one, inB.get(one.id) ?? one]);
  const compared = [
    ...answerFigures.map((name) => [name, compare(pairs, shareOf[name])] as const),
    ...comparedMeasures.map((name) => [name, compare(pairs, measures[name])] as const),
  ];
  return {
    cases: pairs.length,
    a: versionsOf(a.scores),
    b: versionsOf(b.scores),
    figures: Object.fromEntries(compared.flatMap(([name, one]) => (one === null ? [] : [[name, one]]))),
    changed: pairs.flatMap(changeOf).sort((x, y) => y.better + y.worse - x.better - x.worse),
  };
}

function compare(
  pairs: readonly (readonly [AnswerScore, AnswerScore])[],
  share: (score: AnswerScore) => Share,
): ComparedFigure | null {
  const found = pairedRatios(
    pairs.map(([one]) => share(one)),
    pairs.map(([, other]) => share(other)),
  );
  return (
    found && {
      a: round(found.first),
      b: round(found.second),
      difference: round(found.difference),
      interval: [round(found.low), round(found.high)],
      p: round(found.p),
    }
  );
}

function changeOf([one, other]: readonly [AnswerScore, AnswerScore]): AnswersComparison['changed'] {
  const good = ({ points, asks, forbidden, route }: AnswerScore) => [
    ...points,
    ...asks,
    ...forbidden.map((isSaid) => !isSaid),
    route.found === route.expected,
  ];
  const [before, after] = [good(one), good(other)];
  const provisions = (other.basis?.found ?? 0) - (one.basis?.found ?? 0);
  const better = after.filter((isGood, i) => isGood && before[i] === false).length + Math.max(0, provisions);
  const worse = after.filter((isGood, i) => !isGood && before[i] === true).length + Math.max(0, -provisions);
  return better + worse === 0 ? [] : [{ id: one.id, better, worse }];
}
