import type { Drafter } from './drafter.ts';

/** The drafter that needs no language model. */
export function createExtractiveDrafter(): Drafter {
  return { kind: 'extractive', draft: () => Promise.reject(new Error('not built yet')) };
}
