import type { CheckedCitation, LawCatalogue } from './citation-types.ts';

/** Resolves every citation of a text as of a day (`YYYY-MM-DD`). */
export function checkCitations(_text: string, _catalogue: LawCatalogue, _options: { asOf: string }): CheckedCitation[] {
  return [];
}
