import { type Exact, inYuan } from './exact.ts';
import type { LprRate } from './lpr-table.ts';

/** One line of the working, in plain Chinese, with the provisions that it rests on. `amount` in yuan, `12300.50`. */
export type CalculationStep = { text: string; amount?: string; citations: string[] };
/** A figure that was worked out: yuan with two decimals, or words (`text`). */
export type CalculationResult = { id: string; label: string; value: string; unit: 'yuan' | 'text' };
/** A rate that was used, from which day it applied, and where it comes from. */
export type UsedRate = { name: string; rate: string; from: string; source: string };
/** What must be known before it can be worked out, or who must be asked; `field` is null where no field settles it. */
export type CalculationNeed = { field: string | null; text: string };

/** Where `needs` is not empty, `results` holds only what can be said without them. */
export type Calculation = {
  results: CalculationResult[];
  steps: CalculationStep[];
  rates: UsedRate[];
  needs: CalculationNeed[];
  notes: string[];
};

/** Collects a calculation line by line. */
export function createWorking() {
  const working: Calculation = { results: [], steps: [], rates: [], needs: [], notes: [] };
  return {
    working,
    step(text: string, citations: string[], amount?: Exact) {
      working.steps.push({ text, citations, ...(amount === undefined ? {} : { amount: inYuan(amount) }) });
    },
    result(id: string, label: string, amount: Exact) {
      working.results.push({ id, label, value: inYuan(amount), unit: 'yuan' });
    },
    need(field: string | null, text: string) {
      if (!working.needs.some((need) => need.field === field && need.text === text))
        working.needs.push({ field, text });
    },
    note(text: string) {
      working.notes.push(text);
    },
    usedRate(rate: UsedRate) {
      const isKnown = working.rates.some(({ name, from }) => name === rate.name && from === rate.from);
      if (!isKnown) working.rates.push(rate);
    },
    usedLpr({ day, percent, source }: LprRate, term: '1y' | '5y') {
      this.usedRate({ name: term === '1y' ? '一年期LPR' : '五年期以上LPR', rate: `${percent}%`, from: day, source });
    },
  };
}
export type Working = ReturnType<typeof createWorking>;

export const yuan = (amount: Exact) => `${inYuan(amount)}元`;
