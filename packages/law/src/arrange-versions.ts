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
  /** `front-matter` for a stated end, `later-version`, or `none` where it goes on. */
  effectiveToSource: DateSource;
}

/** In force on `day`: `effectiveFrom` inclusive, `effectiveTo` exclusive, an unknown bound is open. */
export function inForce(version: { effectiveFrom: string | null; effectiveTo: string | null }, day: string): boolean {
  return (
    (version.effectiveFrom === null || version.effectiveFrom <= day) &&
    (version.effectiveTo === null || day < version.effectiveTo)
  );
}

/**
 * Orders the versions of one law, oldest first, and ends each where the next begins. A version without effective-from
 * counts from its promulgation; without either it comes first and ends where the first dated one begins. Of versions
 * that begin on one day the one promulgated later (then the greater id) rules, and the others never apply: they end
 * on the day they begin. A stated end holds unless a later version begins sooner.
 */
export function arrangeVersions<Version extends DatedVersion>(
  versions: readonly Version[],
): (Version & Pick<ArrangedVersion, 'effectiveTo' | 'effectiveToSource'>)[] {
  const ordered = [...versions].sort(
    (a, b) =>
      begin(a).localeCompare(begin(b)) ||
      (a.promulgatedOn ?? '').localeCompare(b.promulgatedOn ?? '') ||
      a.versionId.localeCompare(b.versionId),
  );
  return ordered.map((version, index) => {
    const next = ordered[index + 1];
    const successor = next && begin(next) !== '' ? begin(next) : null;
    const stated = version.statedEffectiveTo;
    if (successor !== null && (stated === null || successor < stated)) {
      return { ...version, effectiveTo: successor, effectiveToSource: 'later-version' };
    }
    return { ...version, effectiveTo: stated, effectiveToSource: stated === null ? 'none' : 'front-matter' };
  });
}

const begin = (version: DatedVersion) => version.effectiveFrom ?? version.promulgatedOn ?? '';
