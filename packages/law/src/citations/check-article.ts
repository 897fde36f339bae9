import { toParagraphs } from '../paragraphs.ts';
import { canonicalCitation } from '../titles.ts';
import { chineseDay, otherVersions, versionInForce, versionOfYear, whyNotInForce } from './choose-version.ts';
import type {
  CatalogueLaw,
  CatalogueProvision,
  CatalogueVersion,
  CitationMention,
  CitationState,
  CitationTarget,
  LawCatalogue,
  ResolvedCitation,
} from './citation-types.ts';
import { formerLaw } from './known-names.ts';
import { isQuotedFrom, plainWords } from './plain-words.ts';
import { resolveLaw } from './resolve-law.ts';

interface Verdict {
  state: CitationState;
  resolved: ResolvedCitation | null;
  note: string;
}

/** One article of a mention against the catalogue; `targets` are its 款 and 项. */
export function checkArticle(
  mention: CitationMention,
  targets: readonly CitationTarget[],
  catalogue: LawCatalogue,
  asOf: string,
): Verdict {
  const article = targets[0]?.article ?? '';
  if (mention.lawName === null)
    return { state: 'unchecked', resolved: null, note: '没有写明是哪部法规，请补上法规名称。' };
  const laws = resolveLaw(mention, catalogue);
  const [law] = laws;
  if (!law) return withoutLaw(mention.lawName, asOf);
  if (laws.length > 1) {
    const titles = laws.slice(0, 5).map((candidate) => `《${candidate.title}》`);
    return { state: 'ambiguous', resolved: null, note: `该名称可能指：${titles.join('、')}，请写明全称。` };
  }
  return inLaw({ law, article, targets, quote: mention.quote, year: mention.versionYear }, catalogue, asOf);
}

function withoutLaw(name: string, asOf: string): Verdict {
  const former = formerLaw(name);
  if (former && asOf >= former.ended) {
    const note = `《${former.title}》已于${chineseDay(former.ended)}废止，现行规定见《${former.successor}》。`;
    return { state: 'not-in-force', resolved: null, note };
  }
  if (former) return { state: 'unchecked', resolved: null, note: `法规库中没有《${former.title}》的文本，无法核对。` };
  return { state: 'not-found', resolved: null, note: `法规库中没有《${name}》，请核实名称，或先导入该法规。` };
}

interface Wanted {
  law: CatalogueLaw;
  article: string;
  targets: readonly CitationTarget[];
  quote: string | null;
  year: number | null;
}

function inLaw(wanted: Wanted, catalogue: LawCatalogue, asOf: string): Verdict {
  const versions = catalogue.versions(wanted.law.lawId);
  const current = versionInForce(versions, asOf);
  const meant = wanted.year === null ? current : (versionOfYear(versions, wanted.year) ?? current);
  const provision = meant ? catalogue.provision(meant.versionId, wanted.article) : null;
  if (meant && provision) {
    const inOlder = quotedElsewhere(wanted, provision, catalogue, otherVersions(versions, asOf));
    if (inOlder) return notInForce(wanted, inOlder.version, inOlder.provision, asOf);
    if (meant !== current) return notInForce(wanted, meant, provision, asOf);
    return inProvision(wanted, meant, provision);
  }
  for (const version of otherVersions(versions, asOf)) {
    const other = catalogue.provision(version.versionId, wanted.article);
    if (other) return notInForce(wanted, version, other, asOf);
  }
  return { state: 'not-found', resolved: null, note: `《${wanted.law.title}》中没有${wanted.article}。` };
}

/** A quotation that is not in the text in force but is in another version's: the citation is out of date, not false. */
function quotedElsewhere(
  wanted: Wanted,
  provision: CatalogueProvision,
  catalogue: LawCatalogue,
  others: CatalogueVersion[],
) {
  if (wanted.quote === null || isQuotedFrom(wanted.quote, provision.text)) return null;
  for (const version of others) {
    const older = catalogue.provision(version.versionId, wanted.article);
    if (older && isQuotedFrom(wanted.quote, older.text)) return { version, provision: older };
  }
  return null;
}

function inProvision(wanted: Wanted, version: CatalogueVersion, provision: CatalogueProvision): Verdict {
  const resolved = toResolved(wanted, version, provision);
  const paragraphs = toParagraphs(provision.text);
  for (const { paragraph, item } of wanted.targets) {
    const place = paragraph === null ? '' : `第${paragraph}款`;
    const found = paragraph === null ? null : paragraphs[paragraph - 1];
    if (paragraph !== null && !found) {
      return { state: 'not-found', resolved, note: `${wanted.article}只有${paragraphs.length}款，没有${place}。` };
    }
    const items = found ? found.items.length : Math.max(0, ...paragraphs.map((candidate) => candidate.items.length));
    if (item !== null && item > items) {
      return { state: 'not-found', resolved, note: `${wanted.article}${place}只有${items}项，没有第${item}项。` };
    }
  }
  if (wanted.quote !== null && !isQuotedFrom(wanted.quote, provision.text)) {
    return { state: 'misquoted', resolved, note: '引号内的文字与条文原文不一致，请对照原文修改。' };
  }
  const elsewhere = wanted.quote === null ? null : paragraphOfQuote(wanted.quote, paragraphs);
  const cited = wanted.targets.map((target) => target.paragraph);
  if (elsewhere !== null && cited.every((paragraph) => paragraph !== null) && !cited.includes(elsewhere)) {
    return { state: 'misquoted', resolved, note: `引号内的文字在第${elsewhere}款，不在所引的款。` };
  }
  return { state: 'ok', resolved, note: '' };
}

/** The only 款 that has the quoted words; null when none or more than one alone has them. */
function paragraphOfQuote(quote: string, paragraphs: ReturnType<typeof toParagraphs>): number | null {
  if (plainWords(quote).words.length < 8) return null;
  const holders = paragraphs.flatMap((paragraph, index) => {
    const whole = [paragraph.text, ...paragraph.items.map((item) => `${item.label}${item.text}`)].join('');
    return isQuotedFrom(quote, whole) ? [index + 1] : [];
  });
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

function notInForce(wanted: Wanted, version: CatalogueVersion, provision: CatalogueProvision, asOf: string): Verdict {
  return {
    state: 'not-in-force',
    resolved: toResolved(wanted, version, provision),
    note: whyNotInForce(version, asOf),
  };
}

function toResolved(wanted: Wanted, version: CatalogueVersion, provision: CatalogueProvision): ResolvedCitation {
  return {
    provisionId: provision.provisionId,
    lawId: wanted.law.lawId,
    versionId: version.versionId,
    citation: canonicalCitation(wanted.law.title, provision.article),
    law: wanted.law.title,
    article: provision.article,
    effectiveFrom: version.effectiveFrom,
    effectiveTo: version.effectiveTo,
    text: provision.text,
  };
}
