import { chinaDay } from '../drafting/china-day.ts';
import type { DraftRow, MatterRow } from './matter-rows.ts';

/** The day whose law an answer is checked against: the draft's own, else that of the facts, else today. */
export const citationDay = (draft: DraftRow, matter: MatterRow, now: Date): string =>
  draft.asOf ?? matter.factsDate ?? chinaDay(now);
