import { bareCitation } from '../citation-key.ts';
import { type AnswerFigure, answerFigures, shareOf } from './answer-figures.ts';
import type { AnswerResult } from './evaluate-answers.ts';
import { type AnswerScore, basisOf } from './score-answer.ts';

/** What one answer lacks, in the case's own words. */
export interface WorstAnswer {
  id: string;
  question: string;
  route: AnswerScore['route'];
  missing: { provisions: string[]; points: string[]; asks: string[] };
  forbidden: string[];
  notOk: AnswerScore['citations']['notOk'];
  /** What the answer rests on and no label calls right. */
  surplus: string[];
}

/** What weighs in the order; a wrong route or a forbidden statement is worse than something left out. */
const weights: Partial<Record<AnswerFigure, number>> = {
  routeRight: 4,
  citationsOk: 4,
  forbiddenAbsent: 4,
  answered: 2,
  basisRecall: 2,
  points: 2,
  basisPrecision: 1,
  asks: 1,
};

/** The answers that lack most, worst first, in the order of the set among equals; those that lack nothing are left out. */
export function worstAnswers(results: readonly AnswerResult[], count: number): WorstAnswer[] {
  const judged = results.map((result) => ({ result, lack: lackOf(result.score) }));
  return judged
    .filter(({ lack }) => lack > 0)
    .sort((a, b) => b.lack - a.lack)
    .slice(0, count)
    .map(({ result }) => whatIsMissing(result));
}

function lackOf(score: AnswerScore): number {
  return answerFigures.reduce((sum, name) => {
    const { part, whole } = shareOf[name](score);
    return whole === 0 ? sum : sum + (weights[name] ?? 0) * (1 - part / whole);
  }, 0);
}

function whatIsMissing({ case: one, draft, score }: AnswerResult): WorstAnswer {
  const basis = basisOf(draft);
  const found = new Set([...basis].map(bareCitation));
  const right = new Set([...one.provisions, ...one.alsoRight].map(bareCitation));
  return {
    id: one.id,
    question: one.question,
    route: score.route,
    missing: {
      provisions: score.basis === null ? [] : one.provisions.filter((citation) => !found.has(bareCitation(citation))),
      points: one.points.flatMap(({ point }, i) => (score.points[i] ? [] : [point])),
      asks: one.asks.flatMap(({ about }, i) => (score.asks[i] ? [] : [about])),
    },
    forbidden: one.forbidden.flatMap(({ why }, i) => (score.forbidden[i] ? [why] : [])),
    notOk: score.citations.notOk,
    surplus: score.basis === null ? [] : [...basis].filter((citation) => !right.has(bareCitation(citation))),
  };
}
