import { type Database, rows } from '@lutai/db';
import type { CatalogueProvision } from '@lutai/law';
import { sql } from 'drizzle-orm';
import type { LawNames } from './law-directory.ts';

export type WantedProvision = { versionId: string; article: string };

/** Provisions by `versionId|article`; what the corpus does not have is not in the map. */
export async function fetchProvisions(
  db: Database,
  names: LawNames,
  wanted: readonly WantedProvision[],
): Promise<Map<string, CatalogueProvision>> {
  if (wanted.length === 0) return new Map();
  const asked = wanted.map(({ versionId, article }) => ({
    v: versionId,
    l: names.lawOfVersion.get(versionId) ?? '',
    a: article,
  }));
  const found = await rows<{ id: string; version: string; article: string; text: string }>(
    db,
    sql`select p.id as id, p.version_id as version, p.article as article, p.text as text
        from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as w(v text, l text, a text)
        join provisions p on p.law_id = w.l and p.article = w.a and p.version_id = w.v
        order by p.ordinal desc`,
  );
  // Of two provisions with one label the first is the law's own; a later one stands in an attachment.
  return new Map(
    found.map(({ id, version, article, text }) => [`${version}|${article}`, { provisionId: id, article, text }]),
  );
}

/** Every distinct path of headings of each version. */
export async function fetchPaths(db: Database, versionIds: readonly string[]): Promise<Map<string, string[][]>> {
  if (versionIds.length === 0) return new Map();
  const found = await rows<{ version: string; path: string[] | string }>(
    db,
    sql`select distinct p.version_id as version, p.path::text as path
        from jsonb_array_elements_text(${JSON.stringify(versionIds)}::text::jsonb) as w(v)
        join provisions p on p.version_id = w.v`,
  );
  const paths = new Map<string, string[][]>();
  for (const { version, path } of found) {
    const headings = typeof path === 'string' ? (JSON.parse(path) as string[]) : path;
    paths.set(version, [...(paths.get(version) ?? []), headings]);
  }
  return paths;
}
