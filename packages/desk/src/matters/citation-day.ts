import type { DraftRow, MatterRow } from './matter-rows.ts';

const chinaStandardTime = 8 * 3_600_000;

/** The day whose law an answer is checked against: the draft's own, else that of the facts, else today in China. */
export function citationDay(draft: DraftRow, matter: MatterRow, now: Date): string {
  return draft.asOf ?? matter.factsDate ?? new Date(now.getTime() + chinaStandardTime).toISOString().slice(0, 10);
}
