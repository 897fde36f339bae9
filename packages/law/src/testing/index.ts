import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueEntries as entriesOf } from '../citations/catalogue-entries.ts';
import type { CatalogueEntry } from '../citations/citation-types.ts';
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
export const catalogueEntries = (files: Iterable<{ file: string; text: string }>): CatalogueEntry[] =>
  entriesOf([...files].map(({ file, text }) => parseLaw(text, { file })));
