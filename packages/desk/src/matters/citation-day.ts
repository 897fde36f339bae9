import type { DraftRow, MatterRow } from './matter-rows.ts';

const chinaStandardTime = 8 * 3_600_000;

/** The calendar day in China at a moment, `YYYY-MM-DD`. */
export const chinaDay = (at: Date): string => new Date(at.getTime() + chinaStandardTime).toISOString().slice(0, 10);

/** The day whose law an answer is checked against: the draft's own, else that of the facts, else today. */
export const citationDay = (draft: DraftRow, matter: MatterRow, now: Date): string =>
  draft.asOf ?? matter.factsDate ?? chinaDay(now);
