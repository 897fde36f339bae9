import { arrangeVersions } from '../arrange-versions.ts';
import { lawIdOf, provisionIdOf, versionIdOf } from '../ids.ts';
import type { ParsedLaw } from '../law-types.ts';
import type { CatalogueEntry } from './citation-types.ts';

interface Version {
  versionId: string;
  promulgatedOn: string | null;
  effectiveFrom: string | null;
  statedEffectiveTo: string | null;
  provisions: { provisionId: string; article: string; text: string; path: string[] }[];
}

/** Entries for `createLawCatalogue` from law files as parsed: files of one law and day are one version. */
export function catalogueEntries(laws: Iterable<ParsedLaw>): CatalogueEntry[] {
  const found = new Map<string, { title: string; versions: Map<string, Version> }>();
  for (const law of laws) {
    const entry = found.get(law.titleKey) ?? { title: law.title, versions: new Map() };
    found.set(law.titleKey, entry);
    const versionId = versionIdOf(law.titleKey, law.promulgated?.day ?? law.effectiveFrom?.day ?? null);
    const version = entry.versions.get(versionId) ?? {
      versionId,
      promulgatedOn: law.promulgated?.day ?? null,
      effectiveFrom: law.effectiveFrom?.day ?? null,
      statedEffectiveTo: law.statedEffectiveTo?.day ?? null,
      provisions: [],
    };
    entry.versions.set(versionId, version);
    for (const { article, text, path } of law.provisions) {
      version.provisions.push({ provisionId: provisionIdOf(versionId, law.part, article, 0), article, text, path });
    }
  }
  return [...found].map(([titleKey, { title, versions }]) => ({
    lawId: lawIdOf(titleKey),
    title,
    versions: arrangeVersions([...versions.values()]),
  }));
}
