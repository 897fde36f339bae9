import type { KnownLawVersion, LawCurrency, LawVersion } from '@lutai/contracts';
import { currencyOf, laterRevision, normaliseTitle, shippedDateCatalogue } from '@lutai/law';

type Held = Pick<LawVersion, 'id' | 'promulgatedOn' | 'effectiveFrom' | 'effectiveTo'>;

/** Every version of a law that is known, oldest first: those held, and those of which only the days are. */
export function lawTimeline(
  title: string,
  held: readonly Held[],
  catalogue = shippedDateCatalogue(),
): KnownLawVersion[] {
  const key = normaliseTitle(title);
  const line: KnownLawVersion[] = held.map(({ id, promulgatedOn, effectiveFrom, effectiveTo }) => ({
    ...{ id, madeOn: promulgatedOn, effectiveFrom, effectiveTo },
  }));
  const later = catalogue.laterRevisions(key).filter(({ kind }) => kind !== 'codified');
  for (const { made, effective } of [...catalogue.history(key), ...later]) {
    const isHeld = line.some(({ madeOn, effectiveFrom }) => madeOn === made || effectiveFrom === effective);
    if (!isHeld) line.push({ id: null, madeOn: made, effectiveFrom: effective, effectiveTo: null });
  }
  line.sort((one, other) => begin(one).localeCompare(begin(other)));
  return line.map((version, index) => {
    const next = line[index + 1];
    const ends = [version.effectiveTo, next ? begin(next) : null].filter((day) => day !== null && day !== '');
    return { ...version, effectiveTo: ends.sort()[0] ?? null };
  });
}

const begin = ({ effectiveFrom, madeOn }: KnownLawVersion) => effectiveFrom ?? madeOn ?? '';

/** How old what is held of a law is, and what is known to have come since. */
export function lawCurrency(title: string, held: readonly Held[], today: string): LawCurrency {
  const newestMade = newestOf(held.map(({ promulgatedOn }) => promulgatedOn));
  const { currentThrough, words } = currencyOf({ title, newestMade });
  return { currentThrough, words, laterRevision: laterRevision({ title, newestMade }, today)?.words ?? null };
}

export function newestOf(days: readonly (string | null)[]): string | null {
  return (
    days
      .flatMap((day) => (day === null ? [] : [day]))
      .sort()
      .at(-1) ?? null
  );
}
