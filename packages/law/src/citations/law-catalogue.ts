import { articleLabel, parseArticleLabel } from '../article-label.ts';
import { normaliseTitle } from '../titles.ts';
import type {
  CatalogueEntry,
  CatalogueLaw,
  CatalogueProvision,
  CatalogueVersion,
  LawCatalogue,
} from './citation-types.ts';
import { createNameIndex, titlesOf } from './known-names.ts';
import { mayMean, type ShortForm, shortForm } from './short-forms.ts';

/**
 * A catalogue in memory. A name is matched as a full title, then as a known short or former name, then as what is left
 * of a judicial interpretation's title without its set phrases; only the first of these that finds anything counts.
 */
export function createLawCatalogue(entries: Iterable<CatalogueEntry>): LawCatalogue {
  const byKey = new Map<string, CatalogueLaw[]>();
  const versionsOf = new Map<string, CatalogueVersion[]>();
  const provisionsOf = new Map<string, Map<string, CatalogueProvision>>();
  const forms: { law: CatalogueLaw; form: ShortForm }[] = [];
  for (const entry of entries) {
    const law = { lawId: entry.lawId, title: entry.title };
    const key = normaliseTitle(entry.title);
    byKey.set(key, [...(byKey.get(key) ?? []), law]);
    const form = /^最高人民|关于/u.test(entry.title) ? shortForm(entry.title) : null;
    if (form) forms.push({ law, form });
    versionsOf.set(
      entry.lawId,
      entry.versions.map(({ versionId, promulgatedOn, effectiveFrom, effectiveTo }) => ({
        versionId,
        promulgatedOn,
        effectiveFrom,
        effectiveTo,
      })),
    );
    for (const version of entry.versions) {
      const provisions = new Map<string, CatalogueProvision>();
      // The first of two with one label is the law's own; a later one stands in an attachment.
      for (const provision of version.provisions)
        if (!provisions.has(provision.article)) provisions.set(provision.article, provision);
      provisionsOf.set(version.versionId, provisions);
    }
  }
  const titles = [...byKey.values()].flat().map((law) => law.title);
  const titleAtEnd = createNameIndex(titles.flatMap((title) => [title, title.replace(/^中华人民共和国(?=.{2})/u, '')]));
  const cache = new Map<string, CatalogueLaw[]>();
  return {
    findLaws(name) {
      const key = normaliseTitle(name);
      const known = cache.get(key);
      if (known) return known;
      const laws = byKey.get(key) ?? byAlias(name, byKey) ?? byShortForm(name, forms);
      if (cache.size < 5000) cache.set(key, laws);
      return laws;
    },
    titleAtEnd,
    versions: (lawId) => versionsOf.get(lawId) ?? [],
    provision(versionId, article) {
      const number = parseArticleLabel(article);
      return provisionsOf.get(versionId)?.get(number ? articleLabel(number.number, number.suffix) : article) ?? null;
    },
  };
}

function byAlias(name: string, byKey: Map<string, CatalogueLaw[]>): CatalogueLaw[] | null {
  const titles = titlesOf(name);
  if (titles.length === 0) return null;
  const laws = titles.flatMap((title) => byKey.get(normaliseTitle(title)) ?? []);
  // A well-known name means its own law and no other, even where that law is not in the corpus.
  return laws;
}

function byShortForm(name: string, forms: { law: CatalogueLaw; form: ShortForm }[]): CatalogueLaw[] {
  // A name that has 关于 is meant as the full title; guessing another for it would hide that it does not exist.
  const wanted = name.includes('关于') ? null : shortForm(name);
  if (!wanted) return [];
  const found = forms
    .map(({ law, form }) => ({ law, form, match: mayMean(wanted, form) }))
    .filter(({ match }) => match !== null);
  const same = found.filter(({ match }) => match === 'same');
  const chosen = same.length > 0 ? same : found;
  // Without an ordinal the instrument that has none is meant, where there is one.
  const plain = wanted.ordinal === '' ? chosen.filter(({ form }) => form.ordinal === '') : [];
  return (plain.length > 0 ? plain : chosen).map(({ law }) => law);
}
