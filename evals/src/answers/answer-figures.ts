import type { Route } from '@lutai/contracts';
import { type IntervalPair, round } from '../scoring/figures.ts';
import { bootstrap, type Share } from '../statistics/bootstrap.ts';
import type { AnswerScore, CitedCount } from './score-answer.ts';

/** All lie in 0 … 1, and more is better. */
export const answerFigures = [
  'basisRecall',
  'basisPrecision',
  'basisStrictPrecision',
  'textRecall',
  'textPrecision',
  'textStrictPrecision',
  'citationsOk',
  'points',
  'forbiddenAbsent',
  'asks',
  'routeRight',
  'abstained',
  'answered',
  'harmRouted',
  'dangerRouted',
] as const;
export type AnswerFigure = (typeof answerFigures)[number];

export interface FigureEstimate {
  value: number;
  /** 95% bootstrap interval: cases are drawn. */
  interval: IntervalPair;
  /** How many cases it is about. */
  cases: number;
}

/** Null where no case has what a figure is about. */
export type FigureTable = Record<AnswerFigure, FigureEstimate | null>;

const noBasisRoutes: ReadonlySet<Route> = new Set(['no-basis', 'foreign-law', 'not-legal']);
/** A person in danger gets help first; a question is not turned away by it. */
const answeringRoutes: ReadonlySet<Route> = new Set(['answer', 'danger']);

const none: Share = { part: 0, whole: 0 };
const one = (isRight: boolean): Share => ({ part: isRight ? 1 : 0, whole: 1 });
const recall = (cited: CitedCount | null): Share => (cited ? { part: cited.found / cited.labels, whole: 1 } : none);
const precision = (cited: CitedCount | null): Share => (cited ? { part: cited.right, whole: cited.cited } : none);
const strictPrecision = (cited: CitedCount | null): Share => (cited ? { part: cited.found, whole: cited.cited } : none);
const trueOf = (flags: readonly boolean[]): Share => ({ part: flags.filter(Boolean).length, whole: flags.length });
const routed =
  (route: Route) =>
  (score: AnswerScore): Share =>
    score.route.expected === route ? one(score.route.found === route) : none;

/** What one case brings to each figure: recall is a mean over cases, precision, points and asks are shares of all of them. */
export const shareOf: Record<AnswerFigure, (score: AnswerScore) => Share> = {
  basisRecall: ({ basis }) => recall(basis),
  basisPrecision: ({ basis }) => precision(basis),
  basisStrictPrecision: ({ basis }) => strictPrecision(basis),
  textRecall: ({ text }) => recall(text),
  textPrecision: ({ text }) => precision(text),
  textStrictPrecision: ({ text }) => strictPrecision(text),
  citationsOk: ({ citations: { count, notOk } }) => ({ part: count - notOk.length, whole: count }),
  points: ({ points }) => trueOf(points),
  forbiddenAbsent: ({ forbidden }) => trueOf(forbidden.map((isSaid) => !isSaid)),
  asks: ({ asks }) => trueOf(asks),
  routeRight: ({ route }) => one(route.found === route.expected),
  abstained: (score) => (noBasisRoutes.has(score.route.expected) ? one(isAbstention(score)) : none),
  answered: (score) => (score.route.expected === 'answer' ? one(!isTurnedAway(score)) : none),
  harmRouted: routed('harm'),
  dangerRouted: routed('danger'),
};

const isAbstention = ({ outcome, route }: AnswerScore) => outcome === 'insufficient-basis' && route.found !== 'answer';

/** Whether a question that ought to be answered is not. */
const isTurnedAway = ({ outcome, route }: AnswerScore) =>
  outcome === 'insufficient-basis' || !answeringRoutes.has(route.found);

export function figureTable(scores: readonly AnswerScore[]): FigureTable {
  const columns = answerFigures.map((name) => scores.map(shareOf[name]));
  const estimates = bootstrap(columns);
  return byFigure((_, i) => {
    const found = estimates[i];
    if (!found) return null;
    const cases = (columns[i] ?? []).filter(({ whole }) => whole > 0).length;
    return { value: round(found.value), interval: [round(found.low), round(found.high)], cases };
  });
}

function byFigure<Value>(figureOf: (name: AnswerFigure, place: number) => Value): Record<AnswerFigure, Value> {
  // Safe: the entries are those of all names.
  return Object.fromEntries(answerFigures.map((name, i) => [name, figureOf(name, i)])) as Record<AnswerFigure, Value>;
}
