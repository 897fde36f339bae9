import type { DraftTrace } from '@lutai/contracts';

/** A trace of nothing yet: what a draft starts from, and what a text that no pipeline made carries. */
export const emptyTrace = (): DraftTrace => ({
  facts: {
    ...{ parties: [], dates: [], sums: [], places: [], wants: [], elements: [] },
    ...{ searched: '', rewritten: 'no' },
  },
  ...{ masks: [], topics: [], hits: [], claims: [], checks: [] },
  ...{ repair: null, calls: [], stepMs: {} },
});
