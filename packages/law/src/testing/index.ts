import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { arrangeVersions } from '../arrange-versions.ts';
import type { CatalogueEntry } from '../citations/citation-types.ts';
import { lawIdOf, provisionIdOf, versionIdOf } from '../ids.ts';
import { parseLaw } from '../parse-law.ts';

const shared = fileURLToPath(new URL('../../../../../shared', import.meta.url));

/** The folder of public texts beside the repository, or null where it is absent; a test that needs it says so and skips. */
export function sharedCorpus(folder: 'laws' | 'cases'): { root: string; files: string[] } | null {
  const root = path.join(shared, 'corpus', folder);
  if (!fs.existsSync(root)) {
    console.warn(`skipped: ${root} is not there (public law texts, not part of this repository)`);
    return null;
  }
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  return { root, files: files.sort() };
}

/** Entries for `createLawCatalogue` from the texts of law files. */
export function catalogueEntries(files: Iterable<{ file: string; text: string }>): CatalogueEntry[] {
  const laws = new Map<string, { title: string; versions: Map<string, Version> }>();
  for (const { file, text } of files) {
    const law = parseLaw(text, { file });
    const entry = laws.get(law.titleKey) ?? { title: law.title, versions: new Map() };
    laws.set(law.titleKey, entry);
    const versionId = versionIdOf(law.titleKey, law.promulgated?.day ?? law.effectiveFrom?.day ?? null);
    const version = entry.versions.get(versionId) ?? {
      versionId,
      promulgatedOn: law.promulgated?.day ?? null,
      effectiveFrom: law.effectiveFrom?.day ?? null,
      statedEffectiveTo: law.statedEffectiveTo?.day ?? null,
      provisions: [],
    };
    entry.versions.set(versionId, version);
    for (const { article, text: words, path } of law.provisions) {
      version.provisions.push({
        provisionId: provisionIdOf(versionId, law.part, article, 0),
        article,
        text: words,
        path,
      });
    }
  }
  return [...laws].map(([titleKey, { title, versions }]) => ({
    lawId: lawIdOf(titleKey),
    title,
    versions: arrangeVersions([...versions.values()]),
  }));
}

interface Version {
  versionId: string;
  promulgatedOn: string | null;
  effectiveFrom: string | null;
  statedEffectiveTo: string | null;
  provisions: { provisionId: string; article: string; text: string; path: string[] }[];
}
