import type { LawLevel } from '../law-types.ts';
import { normaliseTitle } from '../titles.ts';
import type { AmendingAct, Currency, KnownRevision, LawEnd, VersionDay } from './catalogue-schema.ts';

export interface DateCatalogueData {
  versions: readonly VersionDay[];
  acts: readonly AmendingAct[];
  ends: readonly LawEnd[];
  later: readonly KnownRevision[];
  currency: Currency;
}

/** What is asked about the version of a law that was made on a day. */
export interface MadeVersion {
  titleKey: string;
  level: LawLevel;
  made: string;
  /** Whether the header lacks that step, so that only the file's name tells of it. */
  stepMissing: boolean;
  history: readonly string[];
}

/** `titleKey`s are those of `normaliseTitle`. Days are `YYYY-MM-DD`. */
export interface DateCatalogue {
  /** The day on which the version was made that collections file under `filed`, where that is another one; else null. */
  madeDay(titleKey: string, filed: string): string | null;
  /** First day of force of that version, where an act beside its text says it; else null. */
  effectiveDay(version: MadeVersion): string | null;
  /** First day on which a version made on `made` no longer applies: a repeal, or the version known to follow. */
  endDay(titleKey: string, made: string | null): string | null;
  /** Every version known of the law, oldest first; empty where the catalogue has none. */
  history(titleKey: string): readonly VersionDay[];
  /** Revisions known to have come after the corpus, oldest first. */
  laterRevisions(titleKey: string): readonly KnownRevision[];
  currency: Currency;
}

export function createDateCatalogue(data: DateCatalogueData): DateCatalogue {
  const byTitle = groupByTitle(data.versions);
  const later = groupByTitle(data.later);
  const ends = new Map(data.ends.map((entry) => [normaliseTitle(entry.title), entry.ended]));
  return {
    madeDay: (titleKey, filed) => byTitle.get(titleKey)?.find(({ filedAs }) => filedAs === filed)?.made ?? null,
    effectiveDay(version) {
      const listed = byTitle.get(version.titleKey)?.find(({ made }) => made === version.made);
      if (listed) return listed.effective;
      return data.acts.find((act) => isMadeBy(version, act))?.effective ?? null;
    },
    endDay(titleKey, made) {
      const next = made === null ? undefined : byTitle.get(titleKey)?.find((entry) => entry.made > made);
      const days = [ends.get(titleKey), next?.effective].filter((end) => end !== undefined);
      return days.sort()[0] ?? null;
    },
    history: (titleKey) => byTitle.get(titleKey) ?? [],
    laterRevisions: (titleKey) => later.get(titleKey) ?? [],
    currency: data.currency,
  };
}

function groupByTitle<Entry extends { title: string; made: string }>(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of [...entries].sort((a, b) => a.made.localeCompare(b.made))) {
    const key = normaliseTitle(entry.title);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}

function isMadeBy(version: MadeVersion, act: AmendingAct): boolean {
  if (version.level !== act.level || version.made < act.made || version.made > (act.madeUntil ?? act.made))
    return false;
  // One order of the State Council amended all regulations of such a day, whether or not the header tells of it.
  if (act.level === 'administrative-regulation' && version.stepMissing) return true;
  return plain(version.history.join('')).includes(plain(act.act));
}

/** Headers differ in brackets and book marks. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\s<>〈〉《》()（）]/g, '');
