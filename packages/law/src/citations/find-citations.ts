import { articleLabel, parseArticleLabel } from '../article-label.ts';
import { type ArticleReference, articleReferences, expandRange } from './article-references.ts';
import { type BookTitle, bookTitles, claimsToBeLaw } from './book-titles.ts';
import type { CitationMention } from './citation-types.ts';
import { createNameContext } from './name-context.ts';
import { numberMentions } from './number-mentions.ts';
import { paragraphMentions } from './paragraph-mentions.ts';
import { createQuotationReader } from './quotations.ts';
import { unreadableMentions } from './unreadable-mentions.ts';

const CONNECTOR =
  /^\s*(?:[、，,和与及或]|以及|或者|并)?\s*(?:第[一二三四五六七八九十]+款)?\s*(?:[、，,和与及或]|以及|或者)?\s*$/u;
const RANGE = /^\s*(?:至|到|[-—–~～－]{1,2})\s*$/u;
const INTERLUDE = /^(?:\s*[（(][^（）()《》\n]{0,60}[）)]){1,2}/u;

export interface FindOptions {
  /** Titles beyond the well-known ones; see `LawCatalogue.titleAtEnd`. */
  titleAtEnd?: (text: string) => number;
}

/**
 * Every mention of law in a text, in order: articles with their law, laws named alone, document and case numbers, and
 * what looks like a citation but cannot be read. Linear time; never throws. Names are as written: `checkCitations`
 * resolves them.
 */
export function findCitations(text: string, options: FindOptions = {}): CitationMention[] {
  const titles = bookTitles(text);
  const references = articleReferences(text);
  const mentions: CitationMention[] = [];
  const context = createNameContext(text, options.titleAtEnd ?? (() => 0));
  const quoted = createQuotationReader(text);
  const used = new Set<BookTitle>();
  let nextTitle = 0;
  let floor = 0;
  let group = 0;
  const passTitles = (before: number) => {
    for (let title = titles[nextTitle]; title && title.end <= before; title = titles[nextTitle]) {
      nextTitle += 1;
      context.title(title);
    }
  };

  for (const reference of references) {
    passTitles(reference.start);
    const previous = mentions.at(-1);
    const between =
      previous && reference.start >= previous.end
        ? text.slice(previous.end, Math.min(reference.start, previous.end + 40))
        : null;
    const near = previous && between !== null && reference.start - previous.end < 40 ? between : null;
    if (
      near !== null &&
      previous &&
      RANGE.test(near) &&
      previous.kind === 'provision' &&
      joinRange(previous, reference, text)
    ) {
      floor = previous.end;
      continue;
    }
    const title = titles[nextTitle - 1];
    const name = context.nameOf(reference, title, floor, near !== null && CONNECTOR.test(near) ? previous : undefined);
    if (name === null) continue;
    if (name.title) used.add(name.title);
    if (!name.continuesGroup) group += 1;
    floor = reference.end;
    mentions.push({
      kind: reference.articles.length > 0 ? 'provision' : 'unreadable',
      raw: text.slice(name.start, reference.end),
      start: name.start,
      end: reference.end,
      lawName: name.lawName,
      marked: name.title !== undefined || name.certain,
      versionYear: name.versionYear,
      targets: reference.targets,
      quote: null,
      group,
    });
  }
  const laws = titles.filter((title) => !used.has(title) && claimsToBeLaw(context.full(title.name)));
  const everything = [
    ...mentions,
    ...laws.map((title) => lawMention(text, title, context.full(title.name))),
    ...paragraphMentions(text, titles),
    ...unreadableMentions(text, titles),
    ...numberMentions(text),
  ];
  return tidy(everything, quoted);
}

/** Makes 「第三条」 + 「至」 + 「第五条」 one mention with all its articles; false when the numbers do not count up. */
function joinRange(previous: CitationMention, reference: ArticleReference, text: string): boolean {
  const last = previous.targets.at(-1);
  const from = last ? parseArticleLabel(last.article) : null;
  const to = reference.articles.at(-1);
  if (!from || !to || last?.paragraph !== null || reference.articles.length !== 1) return false;
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

function lawMention(text: string, title: BookTitle, lawName: string): CitationMention {
  const interlude = INTERLUDE.exec(text.slice(title.end, title.end + 130));
  const end = title.end + (interlude?.[0].length ?? 0);
  return {
    kind: 'law',
    raw: text.slice(title.start, end),
    start: title.start,
    end,
    lawName,
    marked: true,
    versionYear: null,
    targets: [],
    quote: null,
    group: -1,
  };
}

/** In order of place; what lies inside another mention is part of it; quotations given to the whole of a list. */
function tidy(mentions: CitationMention[], quoted: (end: number) => string | null): CitationMention[] {
  const ordered = mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: CitationMention[] = [];
  let end = -1;
  for (const mention of ordered) {
    if (mention.start < end) continue;
    kept.push(mention);
    end = mention.end;
  }
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    const mention = kept[index];
    if (mention?.kind !== 'provision') continue;
    const next = kept[index + 1];
    mention.quote =
      quoted(mention.end) ?? (next?.kind === 'provision' && next.group === mention.group ? next.quote : null);
  }
  return kept;
}
