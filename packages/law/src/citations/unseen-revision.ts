import { laterRevision } from '../law-dates/currency.ts';
import type { CatalogueLaw, CatalogueVersion, Verdict } from './citation-types.ts';

/** The revision of a law that is known to have come after the newest text held; null where none is made by `asOf`. */
export function unseenRevision(law: CatalogueLaw, versions: readonly CatalogueVersion[], asOf: string) {
  const made = versions.map(({ promulgatedOn }) => promulgatedOn ?? '').sort();
  return laterRevision({ title: law.title, newestMade: made.at(-1) || null }, asOf);
}

/**
 * What the check against the held text is worth where a later one exists that is not held. Once a whole new text applies,
 * the held one is superseded: what it has is `not-in-force`, and what it lacks is `unchecked`, as the new one may have it. A
 * law of which single articles were changed keeps its state. Each of them is told, a revision to come too.
 */
export function afterUnseenRevision(
  verdict: Verdict,
  law: CatalogueLaw,
  versions: readonly CatalogueVersion[],
  asOf: string,
): Verdict {
  const revision = unseenRevision(law, versions, asOf);
  if (revision === null) return verdict;
  const told = { ...verdict, note: `${verdict.note}${revision.words}` };
  if (!revision.inForce) return told;
  const whole = revision.kind !== 'amended';
  // Single changes add articles more often than 款 to one that is there.
  const added = verdict.state === 'not-found' && (whole || verdict.resolved === null);
  if (added || (whole && verdict.state === 'misquoted')) {
    return { ...told, state: 'unchecked', note: `对照本库所存的旧文本：${told.note}` };
  }
  return whole && verdict.state === 'ok' ? { ...told, state: 'not-in-force' } : told;
}
