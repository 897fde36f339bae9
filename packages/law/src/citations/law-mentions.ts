import { NUMERAL_CHARACTERS } from '../numerals.ts';
import type { BookTitle } from './book-titles.ts';
import type { CitationMention } from './citation-types.ts';
import { nameBefore } from './unmarked-names.ts';
import { NO_HINT, type VersionHint } from './version-hints.ts';

/** Brackets that belong to the name; an article in them is a citation of its own. */
const INTERLUDE = /^(?:\s*[（(](?![^（）()\n]{0,60}第[^（）()\n]{1,12}[条條])[^（）()《》\n]{0,60}[）)]){1,2}/u;
const N = `[${NUMERAL_CHARACTERS}]`;
const HEADING_AFTER = new RegExp(
  `^(?:\\s*[（(][^（）()《》\\n]{0,60}[）)]){0,2}\\s*(?:中的|中|之|的)?\\s*((?:[\\u4e00-\\u9fff]{2,6}编)?\\s?(?:第\\s?${N}{1,4}\\s?(?:分编|编|章|节)[\\s、]?){1,4}|附则|总则(?![编解]))`,
  'u',
);
const HEADING = new RegExp(`第\\s?${N}{1,4}\\s?(?:分编|编|章|节)`, 'gu');
const PART_OR_HEADING = new RegExp(`^[\\u4e00-\\u9fff]{2,6}编(?=\\s?第)|${HEADING.source}`, 'gu');
const APPEAL =
  /(?:根据|依照|依据|按照|遵照|违反|适用)[^。；，、“”《》\n]{1,30}?(?:法典|法|条例|司法解释)(?=(?:的|中|之)?(?:有关|相关|明确|上述)?(?:规定|条款|要求))/gu;

export const mention = (
  text: string,
  { start, end }: { start: number; end: number },
  more: Partial<CitationMention> & Pick<CitationMention, 'kind'>,
): CitationMention => ({
  raw: text.slice(start, end),
  start,
  end,
  lawName: null,
  marked: false,
  version: NO_HINT,
  targets: [],
  headings: [],
  quotes: [],
  group: -1,
  ...more,
});

/** 《…》 named without an article: the law as a whole, or one of its parts (「《民法典》第三编」). */
export function lawMention(
  text: string,
  title: BookTitle,
  read: { lawName: string | null; version: VersionHint },
): CitationMention {
  const after = text.slice(title.end, title.end + 150);
  const heading = HEADING_AFTER.exec(after);
  const named = { lawName: read.lawName, version: read.version, marked: true };
  if (heading) {
    const end = title.end + heading[0].trimEnd().length;
    return mention(
      text,
      { start: title.start, end },
      { kind: 'heading', headings: headingsOf(heading[1] ?? ''), ...named },
    );
  }
  const end = title.end + (INTERLUDE.exec(after)?.[0].length ?? 0);
  return mention(text, { start: title.start, end }, { kind: read.lawName === null ? 'unreadable' : 'law', ...named });
}

/** 「民法典第三编第八章」: a part of a law whose name has no book marks. */
export function headingMentions(text: string, titleAtEnd: (text: string) => number): CitationMention[] {
  const found: CitationMention[] = [];
  for (const match of text.matchAll(new RegExp(`(?:${HEADING.source}[\\s、]?){1,4}`, 'gu'))) {
    const name = nameBefore(text, match.index, found.at(-1)?.end ?? 0, titleAtEnd);
    if (name.kind !== 'name' || !name.certain) continue;
    const end = match.index + match[0].trimEnd().replace(/、$/u, '').length;
    const span = { start: name.start, end };
    const headings = headingsOf(match[0]);
    found.push(
      mention(text, span, { kind: 'heading', headings, lawName: name.name, version: name.version, marked: true }),
    );
  }
  return found;
}

/** 「根据合同法的规定」: a law without book marks and without an article that the text appeals to. */
export function appeals(text: string, titleAtEnd: (text: string) => number): CitationMention[] {
  return [...text.matchAll(APPEAL)].flatMap((match) => {
    const end = match.index + match[0].length;
    const name = nameBefore(text, end, match.index, titleAtEnd);
    if (name.kind !== 'name') return [];
    const span = { start: name.start, end };
    return [mention(text, span, { kind: 'law', lawName: name.name, version: name.version, marked: name.certain })];
  });
}

const headingsOf = (words: string) =>
  /^(?:附则|总则)$/u.test(words.trim())
    ? [words.trim()]
    : [...words.matchAll(PART_OR_HEADING)].map(([heading]) => heading.trim());
