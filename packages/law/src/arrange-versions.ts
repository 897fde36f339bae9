import type { DateSource } from './law-types.ts';

/** Days are `YYYY-MM-DD`; `effectiveTo` is exclusive. */
export interface DatedVersion {
  versionId: string;
  promulgatedOn: string | null;
  effectiveFrom: string | null;
  /** An end that the text or its front matter states itself. */
  statedEffectiveTo: string | null;
  /** Whence that end was read; front matter where left out. */
  statedEffectiveToSource?: DateSource;
}

export interface ArrangedVersion extends DatedVersion {
  effectiveTo: string | null;
  /** The source of the stated end, `later-version`, `closing-article` for a repeal by another law, or `none`. */
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
 * on the day they begin. A stated end holds unless a later version begins sooner. `repealedOn` are first days of force
 * of other laws that say in their closing article that this law ends; each ends the versions begun before it.
 */
export function arrangeVersions<Version extends DatedVersion>(
  versions: readonly Version[],
  repealedOn: readonly string[] = [],
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
    const repeal = [...repealedOn].sort().find((day) => begin(version) < day && (version.promulgatedOn ?? '') < day);
    const ends: { day: string; source: DateSource }[] = [];
    if (version.statedEffectiveTo !== null) {
      ends.push({ day: version.statedEffectiveTo, source: version.statedEffectiveToSource ?? 'front-matter' });
    }
    if (repeal !== undefined) ends.push({ day: repeal, source: 'closing-article' });
    if (successor !== null) ends.push({ day: successor, source: 'later-version' });
    const first = ends.sort((a, b) => a.day.localeCompare(b.day))[0];
    return { ...version, effectiveTo: first?.day ?? null, effectiveToSource: first?.source ?? 'none' };
  });
}

const begin = (version: DatedVersion) => version.effectiveFrom ?? version.promulgatedOn ?? '';
