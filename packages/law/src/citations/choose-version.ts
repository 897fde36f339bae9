import { inForce } from '../arrange-versions.ts';
import type { CatalogueVersion } from './citation-types.ts';
import type { VersionHint } from './version-hints.ts';

const newestFirst = (a: CatalogueVersion, b: CatalogueVersion) => begin(b).localeCompare(begin(a));
const begin = (version: CatalogueVersion) => version.effectiveFrom ?? version.promulgatedOn ?? '';

/** The version that applies on a day: of several (unknown dates) the newest; null when none does. */
export function versionInForce(versions: readonly CatalogueVersion[], asOf: string): CatalogueVersion | null {
  return [...versions].filter((version) => inForce(version, asOf)).sort(newestFirst)[0] ?? null;
}

/** Of two texts that begin on one day the earlier made never applied: the same law, published twice. */
const applied = ({ effectiveFrom, effectiveTo }: CatalogueVersion) =>
  effectiveFrom === null || effectiveTo === null || effectiveFrom < effectiveTo;

/** The version of 「（2018修正）」: made in that year, else in force since a day of it. */
export function versionOfYear(versions: readonly CatalogueVersion[], year: number): CatalogueVersion | null {
  const ordered = [...versions].filter(applied).sort(newestFirst);
  const made = (version: CatalogueVersion) => version.promulgatedOn ?? version.effectiveFrom ?? '';
  return (
    ordered.find((version) => made(version).startsWith(String(year))) ??
    ordered.find((version) => version.effectiveFrom?.startsWith(String(year))) ??
    null
  );
}

/** Versions that do not apply on the day, nearest to it first. */
export function otherVersions(versions: readonly CatalogueVersion[], asOf: string): CatalogueVersion[] {
  return [...versions].filter((version) => !inForce(version, asOf)).sort(newestFirst);
}

export type MeantVersion =
  | { kind: 'current'; version: CatalogueVersion | null }
  | { kind: 'other'; version: CatalogueVersion }
  /** The text names a version that the catalogue does not have; `later` than all that it has. */
  | { kind: 'missing'; words: string; later: boolean };

/** The version that a text means: the one it names, else the one in force. */
export function meantVersion(
  versions: readonly CatalogueVersion[],
  current: CatalogueVersion | null,
  hint: VersionHint,
): MeantVersion {
  if (hint.year !== null) {
    const named = versionOfYear(versions, hint.year);
    if (named) return named === current ? { kind: 'current', version: current } : { kind: 'other', version: named };
    if (!hint.sure) return { kind: 'current', version: current };
    const newest = [...versions].sort(newestFirst)[0];
    const later = newest === undefined || String(hint.year) > begin(newest).slice(0, 4);
    return { kind: 'missing', words: `${hint.year}年的文本`, later };
  }
  if (!hint.former) return { kind: 'current', version: current };
  const earlier = [...versions]
    .sort(newestFirst)
    .find((version) => current === null || begin(version) < begin(current));
  return earlier ? { kind: 'other', version: earlier } : { kind: 'missing', words: '此前的文本', later: false };
}

/** 「该文本已于2024年7月1日被取代」 or 「该文本自2026年1月1日起施行」. */
export function whyNotInForce(version: CatalogueVersion, asOf: string): string {
  if (version.effectiveFrom !== null && asOf < version.effectiveFrom) {
    return `该文本自${chineseDay(version.effectiveFrom)}起施行，在${chineseDay(asOf)}尚未生效。`;
  }
  if (version.effectiveTo === null) return `该文本在${chineseDay(asOf)}不适用。`;
  return asOf >= version.effectiveTo
    ? `该文本已于${chineseDay(version.effectiveTo)}被取代或废止，在${chineseDay(asOf)}不适用。`
    : `该文本自${chineseDay(version.effectiveTo)}起不再适用。`;
}

export function chineseDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}
