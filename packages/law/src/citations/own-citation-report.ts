import type { ParsedLaw } from '../law-types.ts';
import { catalogueEntries } from './catalogue-entries.ts';
import { createLawCatalogue } from './law-catalogue.ts';
import { type OwnCitation, type OwnCitationOutcome, ownCitations } from './own-citations.ts';

export interface OwnCitationReport {
  laws: number;
  /** Citations of articles, 款 and 项 found in the words of the laws. */
  citations: number;
  /** Found in the corpus: in the version of the day, or in another version of the law cited. */
  resolved: number;
  /** `resolved / citations`, 0…1. */
  share: number;
  outcomes: { outcome: OwnCitationOutcome; count: number; share: number; examples: string[] }[];
}

const EXAMPLES = 8;

/** Follows every citation inside a collection of laws and groups what leads nowhere by its reason. */
export function reportOwnCitations(laws: readonly ParsedLaw[]): OwnCitationReport {
  const catalogue = createLawCatalogue(catalogueEntries(laws));
  const byOutcome = new Map<OwnCitationOutcome, OwnCitation[]>();
  let citations = 0;
  for (const law of laws) {
    for (const citation of ownCitations(law, catalogue)) {
      citations += 1;
      const list = byOutcome.get(citation.outcome) ?? [];
      list.push(citation);
      byOutcome.set(citation.outcome, list);
    }
  }
  const count = (outcome: OwnCitationOutcome) => byOutcome.get(outcome)?.length ?? 0;
  const resolved = count('resolved') + count('other-version');
  const part = (value: number) => (citations === 0 ? 0 : value / citations);
  return {
    laws: laws.length,
    citations,
    resolved,
    share: part(resolved),
    outcomes: [...byOutcome]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([outcome, list]) => ({
        outcome,
        count: list.length,
        share: part(list.length),
        examples: outcome === 'resolved' ? [] : examplesOf(list),
      })),
  };
}

/** A few from all over the list, not its first ones, which are all of one law. */
function examplesOf(list: readonly OwnCitation[]): string[] {
  const step = Math.max(1, Math.floor(list.length / EXAMPLES));
  return list
    .filter((_, index) => index % step === 0)
    .slice(0, EXAMPLES)
    .map(({ law, article, raw }) => `《${law}》${article}：${raw.replace(/\s+/gu, '')}`);
}
