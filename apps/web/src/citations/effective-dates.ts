import type { Strings } from '../strings/zh.ts';

interface Dates {
  effectiveFrom: string | null;
  effectiveTo: string | null;
}
export type ForceState = 'in-force' | 'not-yet' | 'ended';

/** In force from `effectiveFrom` up to, not including, `effectiveTo`. Days are `YYYY-MM-DD`, which sort as text. */
export function forceOn({ effectiveFrom, effectiveTo }: Dates, day: string): ForceState {
  if (effectiveFrom !== null && day < effectiveFrom) return 'not-yet';
  return effectiveTo !== null && day >= effectiveTo ? 'ended' : 'in-force';
}

export function datesText({ effectiveFrom, effectiveTo }: Dates, { common }: Strings): string {
  if (effectiveFrom !== null && effectiveTo !== null) return common.dates.range(effectiveFrom, effectiveTo);
  if (effectiveFrom !== null) return common.dates.from(effectiveFrom);
  return effectiveTo !== null ? common.dates.until(effectiveTo) : common.dates.unknown;
}
