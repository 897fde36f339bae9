import { parseArticleLabel } from '../article-label.ts';
import { numberToChinese } from '../numerals.ts';
import { canonicalCitation } from '../titles.ts';
import { checkPlace, checkQuotes } from './check-provision.ts';
import { ambiguousLaw, checkUnknownLaw, onlyKindNamed, repealed } from './check-unknown-law.ts';
import { chineseDay, meantVersion, otherVersions, versionInForce, whyNotInForce } from './choose-version.ts';
import type {
  CatalogueLaw,
  CatalogueProvision,
  CatalogueVersion,
  CitationMention,
  CitationTarget,
  LawCatalogue,
  ResolvedCitation,
  Verdict,
} from './citation-types.ts';
import type { Comparisons } from './comparisons.ts';
import { isOnlyKind } from './only-kind.ts';
import { resolveLaw } from './resolve-law.ts';
import { afterUnseenRevision } from './unseen-revision.ts';

const SHOWN = 120;

/** One article of a mention against the catalogue; `targets` are its 款 and 项. */
export function checkArticle(
  mention: CitationMention,
  targets: readonly CitationTarget[],
  catalogue: LawCatalogue,
  { asOf, comparisons }: { asOf: string; comparisons: Comparisons },
): Verdict {
  if (mention.lawName === null)
    return { state: 'unchecked', resolved: null, note: '没有写明是哪部法规，请补上法规名称。' };
  const laws = resolveLaw(mention, catalogue);
  const [law] = laws;
  if (laws.length !== 1 && isOnlyKind(mention.lawName)) return onlyKindNamed(mention.lawName);
  if (!law) return checkUnknownLaw(mention.lawName, asOf);
  if (laws.length > 1) return ambiguousLaw(laws);
  return inLaw({ law, article: targets[0]?.article ?? '', targets, mention, comparisons }, catalogue, asOf);
}

interface Wanted {
  law: CatalogueLaw;
  article: string;
  targets: readonly CitationTarget[];
  mention: CitationMention;
  comparisons: Comparisons;
}

function inLaw(wanted: Wanted, catalogue: LawCatalogue, asOf: string): Verdict {
  const versions = catalogue.versions(wanted.law.lawId);
  return afterUnseenRevision(inHeldText(wanted, versions, catalogue, asOf), wanted.law, versions, asOf);
}

function inHeldText(
  wanted: Wanted,
  versions: readonly CatalogueVersion[],
  catalogue: LawCatalogue,
  asOf: string,
): Verdict {
  const { law, article, mention } = wanted;
  const current = versionInForce(versions, asOf);
  const lookUp = (version: CatalogueVersion | null) =>
    version && (catalogue.provision(version.versionId, article) ?? numberedStep(law, version, article, catalogue));
  const meant = meantVersion(versions, current, mention.version);
  if (meant.kind === 'missing') return missingVersion(wanted, meant, current, lookUp(current), asOf);
  const { version } = meant;
  const provision = lookUp(version);
  if (version && provision) {
    if (meant.kind === 'other') return notInForce(wanted, version, provision, asOf, [current, lookUp(current)]);
    const ended = repealed(law.title, asOf);
    if (ended) return { ...ended, resolved: toResolved(law, version, provision) };
    const older = quotedElsewhere(wanted, provision, catalogue, otherVersions(versions, asOf));
    if (older) return notInForce(wanted, older.version, older.provision, asOf, [version, provision]);
    return inProvision(wanted, version, provision);
  }
  const others = meant.kind === 'other' ? [] : otherVersions(versions, asOf);
  for (const other of others) {
    const found = lookUp(other);
    if (found) return notInForce(wanted, other, found, asOf, [current, null]);
  }
  return { state: 'not-found', resolved: null, note: `《${law.title}》中没有${article}。` };
}

/** 「《刑法修正案（十一）》第一条」: an amendment counts its steps 「一、」, which the corpus keeps as paragraphs. */
function numberedStep(law: CatalogueLaw, version: CatalogueVersion, article: string, catalogue: LawCatalogue) {
  const number = /修正案/u.test(law.title) ? parseArticleLabel(article)?.number : undefined;
  if (number === undefined) return null;
  return (
    [number, number + 1, number - 1, number + 2]
      .map((place) => catalogue.provision(version.versionId, `第${place}段`))
      .find((step) => step?.text.startsWith(`${numberToChinese(number)}、`)) ?? null
  );
}

function missingVersion(
  { law, article }: Wanted,
  meant: { words: string; later: boolean },
  current: CatalogueVersion | null,
  provision: CatalogueProvision | null,
  asOf: string,
): Verdict {
  const lacking = `法规库中没有《${law.title}》${meant.words}`;
  if (meant.later) return { state: 'unchecked', resolved: null, note: `${lacking}，无法核对，请人工核实。` };
  const resolved = current && provision ? toResolved(law, current, provision) : null;
  return { state: 'not-in-force', resolved, note: `${lacking}。${whatApplies(article, current, provision, asOf)}` };
}

/** A quotation that is not in the text in force but is in another version's: the citation is out of date, not false. */
function quotedElsewhere(
  { mention, comparisons }: Wanted,
  provision: CatalogueProvision,
  catalogue: LawCatalogue,
  others: CatalogueVersion[],
) {
  const strange = mention.quotes.filter((quote) => !comparisons.isQuoted(quote.text, provision.text));
  if (strange.length === 0) return null;
  for (const version of others) {
    const older = catalogue.provision(version.versionId, provision.article);
    if (older && strange.every((quote) => comparisons.isQuoted(quote.text, older.text)))
      return { version, provision: older };
  }
  return null;
}

function inProvision(wanted: Wanted, version: CatalogueVersion, provision: CatalogueProvision): Verdict {
  const resolved = toResolved(wanted.law, version, provision);
  const wrong =
    checkPlace(wanted.targets, provision) ??
    checkQuotes(wanted.mention.quotes, wanted.targets, provision, wanted.comparisons);
  return wrong ? { ...wrong, resolved } : { state: 'ok', resolved, note: '' };
}

function notInForce(
  { law, article }: Wanted,
  version: CatalogueVersion,
  provision: CatalogueProvision,
  asOf: string,
  [current, right]: [CatalogueVersion | null, CatalogueProvision | null],
): Verdict {
  const note = `${whyNotInForce(version, asOf)}${whatApplies(article, current, right, asOf)}`;
  return { state: 'not-in-force', resolved: toResolved(law, version, provision), note };
}

/** Which version applies on the day, and what it says in the same place. */
function whatApplies(
  article: string,
  current: CatalogueVersion | null,
  provision: CatalogueProvision | null,
  asOf: string,
): string {
  if (!current) return `${chineseDay(asOf)}没有在法规库中找到有效的文本。`;
  const since = current.effectiveFrom === null ? '' : `自${chineseDay(current.effectiveFrom)}起施行`;
  const which = `${chineseDay(asOf)}有效的文本${since}`;
  if (!provision) return `${which}，其中没有${article}。`;
  const words = provision.text.replace(/\n/g, '');
  return `${which}，其${article}：“${words.slice(0, SHOWN)}${words.length > SHOWN ? '……' : ''}”`;
}

function toResolved(law: CatalogueLaw, version: CatalogueVersion, provision: CatalogueProvision): ResolvedCitation {
  return {
    provisionId: provision.provisionId,
    lawId: law.lawId,
    versionId: version.versionId,
    citation: canonicalCitation(law.title, provision.article),
    law: law.title,
    article: provision.article,
    effectiveFrom: version.effectiveFrom,
    effectiveTo: version.effectiveTo,
    text: provision.text,
  };
}
