import type { DateCatalogue } from '../law-dates/date-catalogue.ts';
import { normaliseTitle } from '../titles.ts';

/** A version whose text the desk holds. Days are `YYYY-MM-DD`, `effectiveTo` is exclusive. */
export interface HeldVersion {
  versionId: string;
  promulgatedOn: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
}

/** A version of a law, held or not. */
export interface KnownVersion {
  made: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  /** Null: its text is not held. */
  versionId: string | null;
}

/**
 * All versions of a law that are known, oldest first: those held, those of the catalogue, and revisions later than the
 * corpus. Each ends where the next begins, the last where the law does.
 */
export function versionLine(title: string, held: readonly HeldVersion[], catalogue: DateCatalogue): KnownVersion[] {
  const key = normaliseTitle(title);
  const later = catalogue.laterRevisions(key);
  const listed = [...catalogue.history(key), ...later.filter(({ kind }) => kind !== 'codified')];
  const line: KnownVersion[] = held.map((version) => ({
    made: version.promulgatedOn,
    effectiveFrom: version.effectiveFrom ?? version.promulgatedOn,
    effectiveTo: version.effectiveTo,
    versionId: version.versionId,
  }));
  for (const { made, effective } of listed) {
    const known = line.some((version) => version.made === made || version.effectiveFrom === effective);
    if (!known) line.push({ made, effectiveFrom: effective, effectiveTo: null, versionId: null });
  }
  const end = [catalogue.endDay(key, null), later.find(({ kind }) => kind === 'codified')?.effective ?? null];
  line.sort((a, b) => begin(a).localeCompare(begin(b)) || (a.made ?? '').localeCompare(b.made ?? ''));
  return line.map((version, index) => {
    const next = line[index + 1];
    const ends = [version.effectiveTo, next ? begin(next) : null, ...end].filter((day) => day !== null && day !== '');
    return { ...version, effectiveTo: ends.sort()[0] ?? null };
  });
}

const begin = (version: KnownVersion) => version.effectiveFrom ?? '';
