import type { DateSource } from './law-types.ts';

/** Days are `YYYY-MM-DD`; `effectiveTo` is exclusive. */
export interface DatedVersion {
  versionId: string;
  promulgatedOn: string | null;
  effectiveFrom: string | null;
  /** An end that the text or its front matter states itself. */
  statedEffectiveTo: string | null;
}

export interface ArrangedVersion extends DatedVersion {
  effectiveTo: string | null;
  effectiveToSource: DateSource;
}

/** In force on `day`: `effectiveFrom` inclusive, `effectiveTo` exclusive, an unknown bound is open. */
export function inForce(version: { effectiveFrom: string | null; effectiveTo: string | null }, day: string): boolean {
  return (
    (version.effectiveFrom === null || version.effectiveFrom <= day) &&
    (version.effectiveTo === null || day < version.effectiveTo)
  );
}

/** Orders the versions of one law, oldest first, and ends each where the next begins. */
export function arrangeVersions(versions: readonly DatedVersion[]): ArrangedVersion[] {
  return versions.map((version) => ({ ...version, effectiveTo: version.statedEffectiveTo, effectiveToSource: 'none' }));
}
