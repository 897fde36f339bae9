import { articleLabel, parseArticleLabel } from '../article-label.ts';
import { normaliseTitle } from '../titles.ts';
import type {
  CatalogueEntry,
  CatalogueLaw,
  CatalogueProvision,
  CatalogueVersion,
  LawCatalogue,
} from './citation-types.ts';
import { createNameIndex, formerLaw, titlesOf } from './known-names.ts';
import { isLaw, mayMean, type ShortForm, shortForm } from './short-forms.ts';

/**
 * A catalogue in memory. A name is matched as a full title, then as a known short or former name, then as a title
 * without its issuer, then as what is left of a judicial interpretation's title without its set phrases; only the first
 * of these that finds anything counts, and all that it finds is given: a name that fits two laws is ambiguous.
 */
export function createLawCatalogue(entries: Iterable<CatalogueEntry>): LawCatalogue {
  const byKey = new Map<string, CatalogueLaw[]>();
  const versionsOf = new Map<string, CatalogueVersion[]>();
  const provisionsOf = new Map<string, Map<string, CatalogueProvision>>();
  const pathsOf = new Map<string, (readonly string[])[]>();
  const byShorter = new Map<string, CatalogueLaw[]>();
  const forms: { law: CatalogueLaw; form: ShortForm }[] = [];
  for (const entry of entries) {
    const law = { lawId: entry.lawId, title: entry.title };
    const key = normaliseTitle(entry.title);
    byKey.set(key, [...(byKey.get(key) ?? []), law]);
    for (const shorter of shorterTitles(entry.title)) byShorter.set(shorter, [...(byShorter.get(shorter) ?? []), law]);
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
      const paths = new Map<string, readonly string[]>();
      for (const provision of version.provisions) {
        if (!provisions.has(provision.article)) provisions.set(provision.article, provision);
        if (provision.path) paths.set(provision.path.join('\n'), provision.path);
      }
      provisionsOf.set(version.versionId, provisions);
      pathsOf.set(version.versionId, [...paths.values()]);
    }
  }
  const titles = [...byKey.values()].flat().map((law) => law.title);
  const titleAtEnd = createNameIndex(titles.flatMap((title) => [title, title.replace(/^中华人民共和国(?=.{2})/u, '')]));
  const cache = new Map<string, CatalogueLaw[]>();
  /** 「组织法」 is the end of many titles: it may be any of them. The end of one alone is no name for it. */
  const orByEnd = (name: string, laws: CatalogueLaw[]) => {
    const key = normaliseTitle(name);
    if (laws.length > 0 || key.length < 2 || formerLaw(name)) return laws;
    const ending = [...byKey].filter(([title]) => title.endsWith(key)).flatMap(([, found]) => found);
    return ending.length > 1 ? ending : [];
  };
  return {
    findLaws(name) {
      // 「刑法修正案十一」 is 「刑法修正案（十一）」, 「民法典（合同编）」 is 「民法典合同编」.
      const key = normaliseTitle(name)
        .replace(/(修正案)([一二三四五六七八九十]+)$/u, '$1（$2）')
        .replace(/^民法典（([^（）]{2,6}编)）$/u, '民法典$1');
      const known = cache.get(key);
      if (known) return known;
      const laws =
        byKey.get(key) ?? byAlias(key, byKey) ?? byShorter.get(key) ?? orByEnd(name, byShortForm(name, forms));
      if (cache.size < 5000) cache.set(key, laws);
      return laws;
    },
    titleAtEnd,
    versions: (lawId) => versionsOf.get(lawId) ?? [],
    paths: (versionId) => pathsOf.get(versionId) ?? [],
    provision(versionId, article) {
      const number = parseArticleLabel(article);
      return provisionsOf.get(versionId)?.get(number ? articleLabel(number.number, number.suffix) : article) ?? null;
    },
  };
}

/** 「民法典担保制度司法解释」 is 担保制度解释. */
function spellings(name: string): string[] {
  if (!name.includes('解释')) return [name];
  const short = name.replace('司法解释', '解释');
  return [name, short, short.replace(/^(?:中华人民共和国)?民法典/u, '')];
}

function byAlias(name: string, byKey: Map<string, CatalogueLaw[]>): CatalogueLaw[] | null {
  const titles =
    spellings(name)
      .map(titlesOf)
      .find((found) => found.length > 0) ?? [];
  if (titles.length === 0) return null;
  const laws = titles.flatMap((title) => byKey.get(normaliseTitle(title)) ?? []);
  // A well-known name means its own law and no other, even where that law is not in the corpus.
  return laws;
}

/** Keys of a title without its issuer (「关于审理…的规定」) and without a （试行） or the year of a version at its end. */
function shorterTitles(title: string): string[] {
  const key = normaliseTitle(title);
  const withoutIssuer = key.replace(
    /^(?:最高人民法院|最高人民检察院|国务院|[\u4e00-\u9fff]{2,12}?(?:部|委员会|总局|局|署))+(?=关于)/u,
    '',
  );
  const plain = (words: string) => words.replace(/（(?:试行|暂行|(?:19|20)\d{2}[^（）]*)）$/u, '');
  const shorter = new Set([withoutIssuer, plain(key), plain(withoutIssuer)]);
  shorter.delete(key);
  return [...shorter];
}

function byShortForm(name: string, forms: { law: CatalogueLaw; form: ShortForm }[]): CatalogueLaw[] {
  // A name that has 关于 is meant as the full title; guessing another for it would hide that it does not exist.
  const wanted = name.includes('关于') ? null : shortForm(name);
  if (!wanted) return [];
  const matches = (form: ShortForm) => {
    const found = forms.map((entry) => ({ ...entry, match: mayMean(form, entry.form) }));
    const [same = [], end = [], beginning = []] = (['same', 'end', 'beginning'] as const).map((wanted) =>
      found.filter(({ match }) => match === wanted).map(({ law }) => law),
    );
    if (same.length > 0 || end.length > 0) return same.length > 0 ? same : end;
    // 「人身损害解释」 is that on 人身损害赔偿; 「民法典司法解释」 is none by itself, even of a law that has but one.
    return beginning.length > 1 || !isLaw(form.core) ? beginning : [];
  };
  const laws = matches(wanted);
  // 「公司法解释（三）」 is in use for the 规定（三） on the same law.
  return laws.length === 0 && wanted.type === '解释' ? matches({ ...wanted, type: '规定' }) : laws;
}
