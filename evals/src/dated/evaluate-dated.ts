import { applicableVersion, type HeldVersion, normaliseTitle, readFactsDate } from '@lutai/law';
import type { DatedQuestion } from './read-dated-set.ts';

/** What was read from one question; nulls where nothing was. */
export interface DatedResult {
  id: string;
  question: string;
  law: string;
  date: { expected: string; read: string | null; raw: string | null; right: boolean };
  version: { expected: string; found: string | null; held: boolean; right: boolean };
}

export interface DatedReport {
  questions: number;
  laws: number;
  /** Share of questions in 0 … 1. */
  rightDate: number;
  rightVersion: number;
  /** Of the right versions, those whose text the folder holds. */
  held: number;
  wrong: DatedResult[];
}

/** Puts each question to the reader of dates, and its reading to the choice of versions. Pure. */
export function evaluateDated(
  questions: readonly DatedQuestion[],
  held: ReadonlyMap<string, readonly HeldVersion[]>,
): DatedReport {
  const results = questions.map((question) => answerOne(question, held));
  const share = (right: (result: DatedResult) => boolean) => results.filter(right).length / Math.max(results.length, 1);
  return {
    questions: results.length,
    laws: new Set(questions.map(({ law }) => normaliseTitle(law))).size,
    rightDate: share(({ date }) => date.right),
    rightVersion: share(({ version }) => version.right),
    held: results.filter(({ version }) => version.right && version.held).length,
    wrong: results.filter(({ date, version }) => !date.right || !version.right),
  };
}

function answerOne(
  { id, question, askedOn, factsDate, law, expectedVersion }: DatedQuestion,
  held: ReadonlyMap<string, readonly HeldVersion[]>,
): DatedResult {
  const read = readFactsDate(question, askedOn);
  const versions = held.get(normaliseTitle(law)) ?? [];
  const found =
    read && applicableVersion({ title: law, versions, factsDate: read, today: askedOn, question }).versionThen;
  return {
    id,
    question,
    law,
    date: {
      expected: factsDate,
      read: read?.day ?? null,
      raw: read?.raw ?? null,
      // A day said must be read as a day; of a month or a year, the day that stands for it lies within.
      right: read?.day.startsWith(factsDate) === true && (factsDate.length < 10 || read.precision === 'day'),
    },
    version: {
      expected: expectedVersion,
      found: found?.effectiveFrom ?? null,
      held: found?.versionId != null,
      right: found?.effectiveFrom === expectedVersion,
    },
  };
}
