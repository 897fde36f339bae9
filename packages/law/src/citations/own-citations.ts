import type { ParsedLaw, ParsedProvision } from '../law-types.ts';
import { toParagraphs } from '../paragraphs.ts';
import { bookTitles } from './book-titles.ts';
import { checkPlace } from './check-provision.ts';
import { versionInForce } from './choose-version.ts';
import type { CatalogueProvision, CatalogueVersion, CitationMention, LawCatalogue } from './citation-types.ts';
import { findCitations } from './find-citations.ts';
import { formerLaw, titlesOf } from './known-names.ts';
import { isOutsideNationalLaw } from './places.ts';
import type { OwnPlace } from './relative-targets.ts';
import { resolveLaw } from './resolve-law.ts';
import { definedShortNames } from './short-names.ts';

/** Why a citation inside a law leads nowhere in the corpus, or `resolved`. */
export type OwnCitationOutcome =
  | 'resolved'
  | 'other-version'
  | 'law-not-in-corpus'
  | 'former-law-not-in-corpus'
  | 'outside-national-law'
  | 'ambiguous-name'
  | 'no-law-named'
  | 'no-such-article'
  | 'no-such-paragraph-or-item'
  | 'place-unknown'
  | 'number-unreadable';

export interface OwnCitation {
  /** 「《…法》第三条」: where it stands. */
  law: string;
  article: string;
  raw: string;
  outcome: OwnCitationOutcome;
}

/**
 * Every article, 款 and 项 that the provisions of a law cite, in their own law or in another, one entry a mention, and
 * whether it is in the catalogue on the day that the law began. Laws named as a whole and document numbers are left out:
 * they point at no provision.
 */
export function ownCitations(law: ParsedLaw, catalogue: LawCatalogue): OwnCitation[] {
  const articles = law.provisions.filter(({ kind }) => kind === 'article').map(({ article }) => article);
  const day = law.effectiveFrom?.day ?? law.promulgated?.day ?? '9999-12-31';
  const whole = [law.preamble, ...law.provisions.map(({ text }) => text)].join('\n');
  const options = {
    ...(catalogue.titleAtEnd ? { titleAtEnd: catalogue.titleAtEnd } : {}),
    shortNames: definedShortNames(whole),
  };
  const cited = (text: string, article: string, own: OwnPlace): OwnCitation[] =>
    findCitations(text, { ...options, own })
      .filter(({ kind }) => kind === 'provision' || kind === 'unreadable')
      .map((mention) => ({
        law: law.title,
        article,
        raw: mention.raw,
        outcome: outcomeOf(mention, law, catalogue, day),
      }));
  const amended = amendedLaw(law);
  if (amended !== null) {
    const own = { lawName: amended, amends: true, article: '', paragraphAt: () => 1, previousArticles: () => [] };
    return cited(whole, '', own);
  }
  let position = -1;
  return law.provisions.flatMap((provision) => {
    if (provision.kind === 'article') position += 1;
    const before = articles.slice(Math.max(0, position - 10), Math.max(0, position));
    return cited(provision.text, provision.article, placeOf(law, provision, before));
  });
}

/** The law that a decision to amend, an amendment or a list of crimes speaks of when it names an article alone. */
function amendedLaw({ title, provisions }: ParsedLaw): string | null {
  const inside = bookTitles(title)[0]?.name;
  const amendment = /^(.{2,20})修正案/u.exec(title)?.[1];
  if (amendment) return amendment;
  if (/修改|补充规定/u.test(title) && inside) return inside;
  if (provisions.some(({ kind }) => kind === 'article')) return null;
  return inside ?? (/刑法/u.test(title) ? '中华人民共和国刑法' : title);
}

function placeOf(law: ParsedLaw, provision: ParsedProvision, before: string[]): OwnPlace {
  const { text } = provision;
  return {
    lawName: law.title,
    amends: false,
    article: provision.article,
    paragraphAt: (offset) => {
      // The line counts as far as it is read: its own 款 is the last one of the text up to there.
      const end = text.indexOf('\n', offset);
      return toParagraphs(text.slice(0, end === -1 ? text.length : end)).length;
    },
    previousArticles: (count) => before.slice(-count),
  };
}

function outcomeOf(mention: CitationMention, law: ParsedLaw, catalogue: LawCatalogue, day: string): OwnCitationOutcome {
  if (mention.kind === 'unreadable') return 'number-unreadable';
  if (mention.targets.every(({ article }) => article === '')) return 'place-unknown';
  const name = mention.lawName;
  if (name === null) return 'no-law-named';
  const laws = name === law.title ? catalogue.findLaws(law.title) : resolveLaw(mention, catalogue);
  const [target] = laws;
  if (!target) return withoutLaw(name);
  if (laws.length > 1) return 'ambiguous-name';
  const versions = catalogue.versions(target.lawId);
  const current = name === law.title ? ownVersion(versions, law) : versionInForce(versions, day);
  const others = versions.filter((version) => version !== current).reverse();
  if (current && inVersion(mention, catalogue, current) === 'resolved') return 'resolved';
  if (others.some((version) => inVersion(mention, catalogue, version) === 'resolved')) return 'other-version';
  const nearest = current ?? others[0];
  return nearest ? inVersion(mention, catalogue, nearest) : 'no-such-article';
}

const ownVersion = (versions: readonly CatalogueVersion[], law: ParsedLaw) =>
  versions.find(({ promulgatedOn }) => promulgatedOn === (law.promulgated?.day ?? null)) ?? versions.at(-1) ?? null;

function withoutLaw(name: string): OwnCitationOutcome {
  if (formerLaw(name)) return 'former-law-not-in-corpus';
  return titlesOf(name).length === 0 && isOutsideNationalLaw(name) ? 'outside-national-law' : 'law-not-in-corpus';
}

function inVersion(mention: CitationMention, catalogue: LawCatalogue, version: CatalogueVersion): OwnCitationOutcome {
  for (const article of new Set(mention.targets.map((target) => target.article))) {
    const provision: CatalogueProvision | null = catalogue.provision(version.versionId, article);
    if (!provision) return 'no-such-article';
    const targets = mention.targets.filter((target) => target.article === article);
    if (checkPlace(targets, provision)) return 'no-such-paragraph-or-item';
  }
  return 'resolved';
}
