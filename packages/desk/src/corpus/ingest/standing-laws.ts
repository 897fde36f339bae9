import { lawSources, laws, lawVersions, provisions, type Transaction } from '@lutai/db';
import { versionIdOf } from '@lutai/law';
import { eq, inArray } from 'drizzle-orm';
import type { StandingSource } from './plan-law.ts';
import type { PreparedLaw } from './read-law-file.ts';

export type StandingLaw = typeof laws.$inferSelect;
export type StandingVersion = typeof lawVersions.$inferSelect & { sources: StandingSource[] };
export type Standing = { laws: Map<string, StandingLaw>; versions: StandingVersion[] };

/** What the corpus already holds of the laws. */
export async function readStanding(tx: Transaction, lawIds: readonly string[]): Promise<Standing> {
  const lawRows = await tx
    .select()
    .from(laws)
    .where(inArray(laws.id, [...lawIds]));
  const standing = { laws: new Map(lawRows.map((law) => [law.id, law])), versions: [] as StandingVersion[] };
  if (lawRows.length === 0) return standing;
  const versionRows = await tx
    .select()
    .from(lawVersions)
    .where(inArray(lawVersions.lawId, [...standing.laws.keys()]));
  const sourceRows = await tx
    .select()
    .from(lawSources)
    .innerJoin(lawVersions, eq(lawVersions.id, lawSources.versionId))
    .where(inArray(lawVersions.lawId, [...standing.laws.keys()]))
    .orderBy(lawSources.file, lawSources.id);
  const textRows = await tx
    .select({ id: provisions.id, sourceId: provisions.sourceId, text: provisions.text })
    .from(provisions)
    .where(inArray(provisions.lawId, [...standing.laws.keys()]));
  const texts = new Map<string, Map<string, string>>();
  for (const { id, sourceId, text } of textRows) {
    const held = texts.get(sourceId) ?? new Map<string, string>();
    texts.set(sourceId, held.set(id, text));
  }
  standing.versions = versionRows.map((version) => ({
    ...version,
    sources: sourceRows
      .filter(({ law_sources: source }) => source.versionId === version.id)
      .map(({ law_sources: source }) => ({ ...source, texts: texts.get(source.id) ?? new Map() })),
  }));
  return standing;
}

/**
 * The version that a file belongs to: the one of its day, else, where one of the two is an excerpt (which often names
 * another of a law's days), the one that takes effect on the same day; else a new one.
 */
export function versionOf({ law, excerpt }: PreparedLaw, lawId: string, standing: Standing) {
  const versionId = versionIdOf(law.titleKey, law.promulgated?.day ?? law.effectiveFrom?.day ?? null);
  const versions = standing.versions.filter((version) => version.lawId === lawId);
  const exact = versions.find(({ id }) => id === versionId);
  const sameDay = versions.find(
    (version) =>
      version.effectiveFrom !== null &&
      version.effectiveFrom === law.effectiveFrom?.day &&
      (excerpt || version.sources.every((source) => source.excerpt)),
  );
  const existing = exact ?? sameDay ?? null;
  return { versionId: existing?.id ?? versionId, existing };
}
