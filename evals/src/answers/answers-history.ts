import { z } from 'zod';
import type { CheckedFigure } from '../record/check-against-history.ts';
import { round } from '../scoring/figures.ts';
import { pairedRatios } from '../scoring/paired-ratios.ts';
import type { Share } from '../statistics/bootstrap.ts';
import { type AnswerFigure, answerFigures, figureTable, shareOf } from './answer-figures.ts';
import type { SavedAnswers } from './answers-run-file.ts';
import type { AnswerScore } from './score-answer.ts';
import { versionsOf } from './versions-of.ts';

const figure = z.number().min(0).max(1);
const estimateSchema = z.object({
  value: figure,
  interval: z.tuple([figure, figure]),
  cases: z.number().int().positive(),
  /** `shareText` of the run. */
  shares: z.string().regex(/^[-0-9./|]+$/u),
});

/** One accepted run of `eval answers`. */
export const answersEntrySchema = z.object({
  suite: z.literal('answers'),
  date: z.iso.date(),
  name: z.string().min(1),
  cases: z.number().int().positive(),
  casesHash: z.string(),
  models: z.array(z.string()),
  promptVersions: z.array(z.string()),
  /** By name; what no case is about is absent. */
  figures: z.partialRecord(z.enum(answerFigures), estimateSchema),
});
export type AnswersEntry = z.infer<typeof answersEntrySchema>;

export interface AnswersCheck {
  name: string;
  /** Day of the accepted run. */
  date: string;
  /** Whether the noise is that of paired differences: the accepted run answered the same cases by the same labels. */
  paired: boolean;
  passed: boolean;
  figures: Partial<Record<AnswerFigure, CheckedFigure>>;
}

export function toAnswersEntry({ casesHash, scores }: SavedAnswers, name: string, date: string): AnswersEntry {
  const table = figureTable(scores);
  const figures = answerFigures.flatMap((one) => {
    const estimate = table[one];
    return estimate === null ? [] : [[one, { ...estimate, shares: shareText(inOrder(scores).map(shareOf[one])) }]];
  });
  return {
    suite: 'answers',
    date,
    name,
    cases: scores.length,
    casesHash,
    ...versionsOf(scores),
    figures: Object.fromEntries(figures),
  };
}

const inOrder = (scores: readonly AnswerScore[]) => [...scores].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Part and whole, case by case in order of their ids: 「1/2|-|0/1」, `-` for a case that the figure is not about. */
export const shareText = (shares: readonly Share[]): string =>
  shares.map(({ part, whole }) => (whole === 0 ? '-' : `${round(part)}/${whole}`)).join('|');

/** Back from `shareText`. */
export const readShares = (text: string): Share[] =>
  text.split('|').map((one) => {
    const [part = 0, whole = 0] = one === '-' ? [] : one.split('/').map(Number);
    return { part, whole };
  });

/**
 * A figure has dropped when it is below the accepted one by more than the noise, as in `checkAgainstHistory`: half the width of
 * the paired bootstrap interval where the cases are the same, else √(h₁² + h₂²) of the half-widths of both runs' own.
 */
export function checkAnswers({ casesHash, scores }: SavedAnswers, entry: AnswersEntry): AnswersCheck {
  const now = figureTable(scores);
  const paired = casesHash === entry.casesHash;
  const halfWidth = ([low, high]: readonly [number, number]) => (high - low) / 2;
  const figures: AnswersCheck['figures'] = {};
  for (const name of answerFigures) {
    const [accepted, current] = [entry.figures[name], now[name]];
    if (accepted === undefined || current === null) continue;
    const difference = current.value - accepted.value;
    const between = paired ? pairedRatios(readShares(accepted.shares), inOrder(scores).map(shareOf[name])) : null;
    const noise = between
      ? (between.high - between.low) / 2
      : Math.hypot(halfWidth(accepted.interval), halfWidth(current.interval));
    figures[name] = {
      accepted: accepted.value,
      now: current.value,
      difference: round(difference),
      noise: round(noise),
      // Both are rounded to four places.
      dropped: -difference > noise + 1e-4,
    };
  }
  const passed = Object.values(figures).every(({ dropped }) => !dropped);
  return { name: entry.name, date: entry.date, paired, passed, figures };
}
