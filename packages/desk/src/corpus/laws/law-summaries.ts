import { dateSourceSchema, type LawSummary, type LawVersion, lawLevelSchema } from '@lutai/contracts';
import { type Database, type laws, lawVersions, provisions } from '@lutai/db';
import { inForce } from '@lutai/law';
import { asc, count, eq } from 'drizzle-orm';
import { inList } from '../in-list.ts';

export type LawRow = typeof laws.$inferSelect;
export type VersionRow = LawVersion & { preamble: string };

/** Versions of the laws, oldest first, by law id. */
export async function readVersions(db: Database, lawIds: readonly string[]): Promise<Map<string, VersionRow[]>> {
  const counted = db
    .select({ versionId: provisions.versionId, total: count().as('total') })
    .from(provisions)
    .where(inList(provisions.lawId, lawIds))
    .groupBy(provisions.versionId)
    .as('counted');
  const found = await db
    .select({ version: lawVersions, total: counted.total })
    .from(lawVersions)
    .leftJoin(counted, eq(counted.versionId, lawVersions.id))
    .where(inList(lawVersions.lawId, lawIds))
    .orderBy(asc(lawVersions.effectiveFrom), asc(lawVersions.promulgatedOn), asc(lawVersions.id));
  const versions = new Map<string, VersionRow[]>();
  for (const { version, total } of found) {
    const { id, lawId, promulgatedOn, effectiveFrom, effectiveTo, preamble } = version;
    const row = {
      id,
      lawId,
      promulgatedOn,
      promulgatedSource: dateSourceSchema.parse(version.promulgatedSource),
      effectiveFrom,
      effectiveFromSource: dateSourceSchema.parse(version.effectiveFromSource),
      effectiveTo,
      effectiveToSource: dateSourceSchema.parse(version.effectiveToSource),
      provisions: total ?? 0,
      preamble,
    };
    versions.set(lawId, [...(versions.get(lawId) ?? []), row]);
  }
  return versions;
}

/** The version in force on the day, else the last one. */
export function versionOn<Version extends LawVersion>(versions: readonly Version[], day: string): Version | undefined {
  return versions.findLast((version) => inForce(version, day)) ?? versions.at(-1);
}

/** A law with the dates and the size of the version that counts today. */
export function summarise(law: LawRow, versions: readonly LawVersion[], today: string): LawSummary {
  const current = versionOn(versions, today);
  return {
    id: law.id,
    title: law.title,
    level: lawLevelSchema.parse(law.level),
    issuer: law.issuer,
    versions: versions.length,
    provisions: current?.provisions ?? 0,
    effectiveFrom: current?.effectiveFrom ?? null,
    effectiveTo: current?.effectiveTo ?? null,
  };
}
