import { articleLabel, parseArticleLabel } from '../article-label.ts';
import { type ArticleReference, articleReferences, expandRange } from './article-references.ts';
import { type BookTitle, bookTitles, claimsToBeLaw, isLawName } from './book-titles.ts';
import type { CitationMention } from './citation-types.ts';
import { appeals, headingMentions, lawMention, mention } from './law-mentions.ts';
import { createNameContext } from './name-context.ts';
import { numberMentions } from './number-mentions.ts';
import { paragraphMentions } from './paragraph-mentions.ts';
import { createQuotationReader } from './quotations.ts';
import { type RelativeReference, relativeReferences } from './relative-references.ts';
import { type OwnPlace, relativeTargets } from './relative-targets.ts';
import { unreadableMentions } from './unreadable-mentions.ts';
import { splitVersion } from './version-hints.ts';

const CONNECTOR =
  /^\s*(?:[、，,和与及或]|以及|或者|并)?\s*(?:第[一二三四五六七八九十]+款)?\s*(?:[、，,和与及或]|以及|或者)?\s*$/u;
const RANGE = /^\s*(?:至|到|[-—–~～－]{1,2})\s*$/u;
const CONTRACT_SPEAKS = /^\s*(?:约定|的约定|所约定)/u;
const LIST_REACH = 40;

export interface FindOptions {
  /** Titles beyond the well-known ones; see `LawCatalogue.titleAtEnd`. */
  titleAtEnd?: (text: string) => number;
  /** Where the text stands in a law, when it is a provision's own words. */
  own?: OwnPlace;
  /** Short names defined elsewhere in the same document, with the full ones. */
  shortNames?: ReadonlyMap<string, string>;
}

/**
 * Every mention of law in a text, in order: articles with their law, by number or by place (前条, 该条第二款), laws and
 * parts of laws named alone, document and case numbers, and what looks like a citation but cannot be read. Linear time;
 * never throws. Names are as written: `checkCitations` resolves them.
 */
export function findCitations(text: string, options: FindOptions = {}): CitationMention[] {
  const titleAtEnd = options.titleAtEnd ?? (() => 0);
  const own = options.own ?? null;
  const titles = bookTitles(text);
  const context = createNameContext(text, {
    titleAtEnd,
    own,
    ...(options.shortNames && { shortNames: options.shortNames }),
  });
  const found: CitationMention[] = [];
  const used = new Set<BookTitle>();
  let antecedent: CitationMention | null = null;
  let nextTitle = 0;
  let floor = 0;
  let group = 0;
  const passTitles = (before: number) => {
    for (let title = titles[nextTitle]; title && title.end <= before; title = titles[nextTitle]) {
      nextTitle += 1;
      context.title(title);
    }
  };
  const keep = (next: CitationMention) => {
    found.push(next);
    floor = next.end;
    if (next.kind === 'provision') antecedent = next;
  };

  for (const reference of inOrder(text)) {
    if (reference.start < floor) continue;
    passTitles(reference.start);
    const around = titles[nextTitle];
    // 「《关于适用刑法第十二条几个问题的解释》」 names a text, not that article.
    if (around && around.start < reference.start && isLawName(around.name)) continue;
    if (!('articles' in reference)) {
      const byPlace = placeMention(text, reference, antecedent, own);
      if (byPlace?.kind === 'provision') group += 1;
      if (byPlace) keep({ ...byPlace, group });
      continue;
    }
    const previous = found.at(-1);
    const near =
      previous && reference.start - previous.end < LIST_REACH ? text.slice(previous.end, reference.start) : null;
    if (near !== null && previous?.kind === 'provision' && RANGE.test(near) && joinRange(previous, reference, text)) {
      floor = previous.end;
      continue;
    }
    const listed = near !== null && CONNECTOR.test(near) ? previous : undefined;
    const name = context.nameOf(
      reference,
      titles.slice(Math.max(0, nextTitle - 2), nextTitle).reverse(),
      floor,
      listed,
    );
    if (name === null) {
      if (reference.marked) antecedent = null;
      continue;
    }
    if (name.title) used.add(name.title);
    if (!name.continuesGroup) group += 1;
    const { lawName, version } = name;
    const kind = reference.articles.length > 0 ? 'provision' : 'unreadable';
    const marked = name.title !== undefined || name.certain;
    const span = { start: name.start, end: reference.end };
    keep(mention(text, span, { kind, lawName, marked, version, targets: reference.targets, group }));
  }
  passTitles(text.length);
  const laws = titles.filter((title) => !used.has(title) && claimsToBeLaw(context.full(splitVersion(title.name).name)));
  return tidy(text, [
    ...found,
    ...laws.map((title) => lawMention(text, title, context.readTitle(title, text.slice(title.end, title.end + 60)))),
    ...appeals(text, titleAtEnd),
    ...headingMentions(text, titleAtEnd),
    ...paragraphMentions(text, titles),
    ...unreadableMentions(text, titles, titleAtEnd),
    ...numberMentions(text),
  ]);
}

function inOrder(text: string): (ArticleReference | RelativeReference)[] {
  return [...articleReferences(text), ...relativeReferences(text)].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A provision named by its place; `unreadable` where it is plainly law but nobody can say which. */
function placeMention(
  text: string,
  reference: RelativeReference,
  antecedent: CitationMention | null,
  own: OwnPlace | null,
): CitationMention | null {
  if (CONTRACT_SPEAKS.test(text.slice(reference.end, reference.end + 6))) return null;
  const meant = relativeTargets(reference, antecedent, text, own);
  if (meant) {
    const { lawName, targets } = meant;
    const marked = meant.antecedent?.marked ?? true;
    const version = meant.antecedent?.version;
    return mention(text, reference, { kind: 'provision', lawName, marked, targets, ...(version ? { version } : {}) });
  }
  const plainlyLaw = reference.certain && reference.kind !== 'bare';
  return plainlyLaw ? mention(text, reference, { kind: 'unreadable' }) : null;
}

/** Makes 「第三条」 + 「至」 + 「第五条」 one mention with all its articles; false when the numbers do not count up. */
function joinRange(previous: CitationMention, reference: ArticleReference, text: string): boolean {
  const last = previous.targets.at(-1);
  const from = last ? parseArticleLabel(last.article) : null;
  const to = reference.articles.at(-1);
  if (!from || !to || last?.paragraph !== null || last.item !== null || reference.articles.length !== 1) return false;
  const numbers = expandRange(from, to);
  if (numbers.length === 0) return false;
  const whole = numbers.map(({ number, suffix }) => ({
    article: articleLabel(number, suffix),
    paragraph: null,
    item: null,
  }));
  previous.targets = [...previous.targets.slice(0, -1), ...whole.slice(0, -1), ...reference.targets];
  previous.end = reference.end;
  previous.raw = text.slice(previous.start, previous.end);
  return true;
}

/** In order of place; what lies inside another mention is part of it; quotations given to the whole of a list. */
function tidy(text: string, mentions: CitationMention[]): CitationMention[] {
  const kept: CitationMention[] = [];
  let end = -1;
  for (const next of mentions.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (next.start < end) continue;
    kept.push(next);
    end = next.end;
  }
  const quoted = createQuotationReader(text);
  // 「法院“…”（该规定第一条）」: what has its own source after it is not the words of the one before.
  const sourced = new Set<number>();
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    const cited = kept[index];
    if (cited?.kind !== 'provision') continue;
    const next = kept[index + 1];
    const following = quoted.after(cited.end, next?.start ?? text.length);
    const after = following.filter(({ sure, start }) => sure || !sourced.has(start));
    const before = quoted.before(cited.start, kept[index - 1]?.end ?? 0);
    if (before) sourced.add(before.start);
    const own = before && !after.some(({ sure }) => sure) ? [before] : after;
    cited.quotes = own.length === 0 && next?.kind === 'provision' && next.group === cited.group ? next.quotes : own;
  }
  return kept;
}
