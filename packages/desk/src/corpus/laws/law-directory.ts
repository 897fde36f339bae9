import { type Database, laws, lawVersions } from '@lutai/db';
import { createLawCatalogue, type LawCatalogue } from '@lutai/law';
import { asc, eq } from 'drizzle-orm';
import { readCorpusVersion } from '../index/index-records.ts';

/** Titles and versions of all laws, without their provisions. */
export type LawNames = { catalogue: LawCatalogue; lawOfVersion: ReadonlyMap<string, string> };
export type LawDirectory = { read(): Promise<LawNames> };

/** Keeps the names of all laws in memory until the corpus changes. */
export function createLawDirectory({ db }: { db: Database }): LawDirectory {
  let held: { corpusVersion: string; names: Promise<LawNames> } | null = null;
  return {
    async read() {
      const corpusVersion = await readCorpusVersion(db);
      if (held?.corpusVersion === corpusVersion) return held.names;
      const reading = { corpusVersion, names: readNames(db) };
      held = reading;
      reading.names.catch(() => {
        if (held === reading) held = null;
      });
      return reading.names;
    },
  };
}

async function readNames(db: Database): Promise<LawNames> {
  const found = await db
    .select({
      lawId: laws.id,
      title: laws.title,
      versionId: lawVersions.id,
      promulgatedOn: lawVersions.promulgatedOn,
      effectiveFrom: lawVersions.effectiveFrom,
      effectiveTo: lawVersions.effectiveTo,
    })
    .from(laws)
    .innerJoin(lawVersions, eq(lawVersions.lawId, laws.id))
    .orderBy(asc(laws.id), asc(lawVersions.effectiveFrom), asc(lawVersions.id));
  type Entry = { lawId: string; title: string; versions: ((typeof found)[number] & { provisions: [] })[] };
  const entries = new Map<string, Entry>();
  for (const row of found) {
    const entry = entries.get(row.lawId) ?? { lawId: row.lawId, title: row.title, versions: [] };
    entry.versions.push({ ...row, provisions: [] });
    entries.set(row.lawId, entry);
  }
  return {
    catalogue: createLawCatalogue(entries.values()),
    lawOfVersion: new Map(found.map(({ versionId, lawId }) => [versionId, lawId])),
  };
}
