import type { lawSources, laws, lawVersions, provisions } from '@lutai/db';
import { lawIdOf } from '@lutai/law';
import type { LawPlan, StandingSource } from './plan-law.ts';
import type { PreparedLaw } from './read-law-file.ts';
import { sourceIdOf } from './source-id.ts';
import type { Standing, StandingVersion } from './standing-laws.ts';

export type LawRows = {
  law: typeof laws.$inferInsert;
  version: typeof lawVersions.$inferInsert;
  source: typeof lawSources.$inferInsert;
  provisions: (typeof provisions.$inferInsert)[];
};

/** The rows that one planned file comes to; what the file does not say is kept from what stands. */
export function lawRows(
  prepared: PreparedLaw,
  plan: Extract<LawPlan, { kind: 'store' }>,
  at: { versionId: string; existing: StandingVersion | null; standing: Standing; now: Date },
): LawRows {
  const { law } = prepared;
  const { versionId, existing, standing, now } = at;
  const lawId = lawIdOf(law.titleKey);
  const stays = (source: StandingSource) => !plan.removeSources.includes(source);
  const leads = leadsVersion(prepared, existing?.sources.filter(stays) ?? []);
  const pick = <Value>(mine: Value | null, theirs: Value | null | undefined): Value | null =>
    (leads ? (mine ?? theirs) : (theirs ?? mine)) ?? null;
  const promulgatedOn = pick(law.promulgated?.day ?? null, existing?.promulgatedOn);
  const effectiveFrom = pick(law.effectiveFrom?.day ?? null, existing?.effectiveFrom);
  const statedEnd = pick(law.statedEffectiveTo?.day ?? null, existing?.statedEffectiveTo);
  return {
    law: { ...lawRow(prepared, lawId, leads, standing), createdAt: now },
    version: {
      id: versionId,
      lawId,
      promulgatedOn,
      promulgatedSource: sourceOf(promulgatedOn, law.promulgated, existing?.promulgatedSource),
      effectiveFrom,
      effectiveFromSource: sourceOf(effectiveFrom, law.effectiveFrom, existing?.effectiveFromSource),
      effectiveTo: existing?.effectiveTo ?? null,
      effectiveToSource: existing?.effectiveToSource ?? 'none',
      statedEffectiveTo: statedEnd,
      statedEffectiveToSource: sourceOf(statedEnd, law.statedEffectiveTo, existing?.statedEffectiveToSource),
      preamble: pick(law.preamble || null, existing?.preamble || null) ?? '',
      createdAt: now,
    },
    source: {
      id: sourceIdOf(versionId, prepared.contentHash),
      versionId,
      file: prepared.file,
      part: law.part,
      excerpt: prepared.excerpt,
      contentHash: prepared.contentHash,
      articles: law.articleLines,
      supersedes: prepared.supersedes,
      warnings: law.warnings,
      ingestedAt: now,
    },
    provisions: plan.rows.map((row) => ({
      ...row,
      versionId,
      lawId,
      sourceId: sourceIdOf(versionId, prepared.contentHash),
    })),
  };
}

/** The first full text of a version decides its dates; an excerpt does so only as long as there is no full text. */
function leadsVersion(prepared: PreparedLaw, others: readonly StandingSource[]): boolean {
  return prepared.excerpt ? others.length === 0 : others.every((source) => source.excerpt);
}

function sourceOf(
  day: string | null,
  mine: { day: string; source: string } | null,
  theirs: string | null | undefined,
): string {
  if (day === null) return 'none';
  return mine?.day === day ? mine.source : (theirs ?? 'none');
}

/** Title, level and issuer are those of the newest full text. */
function lawRow({ law, excerpt }: PreparedLaw, lawId: string, leads: boolean, standing: Standing) {
  const before = standing.laws.get(lawId);
  const mine = { id: lawId, title: law.title, titleKey: law.titleKey, level: law.level, issuer: law.issuer };
  if (!before) return mine;
  const days = standing.versions.filter((version) => version.lawId === lawId).map((version) => version.promulgatedOn);
  const newest = days.every((day) => day === null || day <= (law.promulgated?.day ?? ''));
  if (!excerpt && leads && newest) {
    return { ...mine, level: mine.level === 'other' ? before.level : mine.level, issuer: mine.issuer ?? before.issuer };
  }
  return {
    ...mine,
    title: before.title,
    level: before.level === 'other' ? mine.level : before.level,
    issuer: before.issuer ?? mine.issuer,
  };
}
