import type { KnownLawVersion, LawDetail } from '@lutai/contracts';
import { forceOn } from '../citations/effective-dates.ts';

export type TimelineState = 'ended' | 'current' | 'future';
export interface TimelinePoint {
  key: string;
  /** Null where its text is not held. */
  versionId: string | null;
  /** First day of force, else the day on which it was made; null where neither is known. */
  day: string | null;
  madeOn: string | null;
  until: string | null;
  state: TimelineState;
}

/** The versions of a law on a line, oldest first, told apart as of `today`. Empty where there is but one. */
export function timelineOf(
  { timeline, versions }: Pick<LawDetail, 'timeline' | 'versions'>,
  today: string,
): TimelinePoint[] {
  const known: KnownLawVersion[] =
    timeline ?? versions.map((version) => ({ ...version, madeOn: version.promulgatedOn }));
  if (known.length < 2) return [];
  return known.map((version, index) => ({
    key: version.id ?? `${version.madeOn}-${index}`,
    versionId: version.id,
    day: version.effectiveFrom ?? version.madeOn,
    madeOn: version.madeOn,
    until: version.effectiveTo,
    state: { ended: 'ended', 'in-force': 'current', 'not-yet': 'future' }[forceOn(version, today)] as TimelineState,
  }));
}

/** Of two held versions the earlier first; null where one of them is not on the line, or they are one. */
export function inOrder(
  points: readonly TimelinePoint[],
  one: string,
  other: string,
): { from: string; to: string } | null {
  const [a, b] = [one, other].map((id) => points.findIndex(({ versionId }) => versionId === id));
  if (a === undefined || b === undefined || a < 0 || b < 0 || a === b) return null;
  return a < b ? { from: one, to: other } : { from: other, to: one };
}
