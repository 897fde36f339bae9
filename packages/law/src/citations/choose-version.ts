import { inForce } from '../arrange-versions.ts';
import type { CatalogueVersion } from './citation-types.ts';

const newestFirst = (a: CatalogueVersion, b: CatalogueVersion) => begin(b).localeCompare(begin(a));
const begin = (version: CatalogueVersion) => version.effectiveFrom ?? version.promulgatedOn ?? '';

/** The version that applies on a day: of several (unknown dates) the newest; null when none does. */
export function versionInForce(versions: readonly CatalogueVersion[], asOf: string): CatalogueVersion | null {
  return [...versions].filter((version) => inForce(version, asOf)).sort(newestFirst)[0] ?? null;
}

/** The version of 「（2018修正）」. */
export function versionOfYear(versions: readonly CatalogueVersion[], year: number): CatalogueVersion | null {
  const made = (version: CatalogueVersion) => version.promulgatedOn ?? version.effectiveFrom ?? '';
  return [...versions].sort(newestFirst).find((version) => made(version).startsWith(String(year))) ?? null;
}

/** Versions that do not apply on the day, nearest to it first. */
export function otherVersions(versions: readonly CatalogueVersion[], asOf: string): CatalogueVersion[] {
  return [...versions].filter((version) => !inForce(version, asOf)).sort(newestFirst);
}

/** 「该版本已于2024年7月1日被取代」 or 「该版本自2026年1月1日起施行」. */
export function whyNotInForce(version: CatalogueVersion, asOf: string): string {
  if (version.effectiveFrom !== null && asOf < version.effectiveFrom) {
    return `该版本自${chineseDay(version.effectiveFrom)}起施行，在${chineseDay(asOf)}尚未生效。`;
  }
  return version.effectiveTo === null
    ? `该版本在${chineseDay(asOf)}不适用。`
    : `该版本已于${chineseDay(version.effectiveTo)}被取代或废止，在${chineseDay(asOf)}不适用。`;
}

export function chineseDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}
