import { dateSourceSchema } from '@lutai/contracts';
import { laws, lawVersions, rows, type Transaction } from '@lutai/db';
import { arrangeVersions } from '@lutai/law';
import { eq, inArray, or, sql } from 'drizzle-orm';

/**
 * Ends every version of the laws where the next one begins, or where another law says that it ends them
 * (「《甲条例》同时废止」). `endedKeys` are title keys of laws that may have been ended, or no longer are.
 */
export async function arrangeLaws(tx: Transaction, lawIds: readonly string[], endedKeys: readonly string[]) {
  const affected = await tx
    .select({ id: laws.id, titleKey: laws.titleKey })
    .from(laws)
    .where(or(inArray(laws.id, [...lawIds]), inArray(laws.titleKey, [...endedKeys])));
  if (affected.length === 0) return;
  const versions = await tx
    .select({
      versionId: lawVersions.id,
      lawId: lawVersions.lawId,
      promulgatedOn: lawVersions.promulgatedOn,
      effectiveFrom: lawVersions.effectiveFrom,
      statedEffectiveTo: lawVersions.statedEffectiveTo,
      statedSource: lawVersions.statedEffectiveToSource,
      effectiveTo: lawVersions.effectiveTo,
      effectiveToSource: lawVersions.effectiveToSource,
    })
    .from(lawVersions)
    .where(
      inArray(
        lawVersions.lawId,
        affected.map(({ id }) => id),
      ),
    );
  const dated = versions.map(({ statedSource, ...version }) => {
    const known = dateSourceSchema.safeParse(statedSource);
    return { ...version, ...(known.success && { statedEffectiveToSource: known.data }) };
  });
  const stored = new Map(versions.map((version) => [version.versionId, version]));
  const endings = await endingsOf(tx);
  for (const { id, titleKey } of affected) {
    const days = endings.get(titleKey) ?? [];
    for (const arranged of arrangeVersions(dated.filter(({ lawId }) => lawId === id))) {
      const begins = arranged.effectiveFrom ?? arranged.promulgatedOn ?? '';
      const ended = days.find((day) => day > begins);
      const endedFirst = ended !== undefined && (arranged.effectiveTo === null || ended < arranged.effectiveTo);
      const effectiveTo = endedFirst ? ended : arranged.effectiveTo;
      const effectiveToSource = endedFirst ? 'closing-article' : arranged.effectiveToSource;
      const before = stored.get(arranged.versionId);
      if (before?.effectiveTo === effectiveTo && before.effectiveToSource === effectiveToSource) continue;
      await tx
        .update(lawVersions)
        .set({ effectiveTo, effectiveToSource })
        .where(eq(lawVersions.id, arranged.versionId));
    }
  }
}

/** Title key of a law → the days on which other laws say that it ends, earliest first. */
async function endingsOf(tx: Transaction): Promise<Map<string, string[]>> {
  const found = await rows<{ key: string; day: string }>(
    tx,
    sql`select ended.key as key, v.effective_from::text as day
        from law_sources s
        join law_versions v on v.id = s.version_id
        cross join lateral jsonb_array_elements_text(s.supersedes) as ended(key)
        where v.effective_from is not null
        order by v.effective_from`,
  );
  const endings = new Map<string, string[]>();
  for (const { key, day } of found) endings.set(key, [...(endings.get(key) ?? []), day]);
  return endings;
}
