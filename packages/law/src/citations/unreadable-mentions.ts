import { articleReferences } from './article-references.ts';
import { type BookTitle, isLawName } from './book-titles.ts';
import type { CitationMention } from './citation-types.ts';
import { mention } from './law-mentions.ts';
import { nameBefore } from './unmarked-names.ts';

const AFTER_TITLE =
  /^(?:\s*[（(][^（）()《》\n]{0,60}[）)]){0,2}\s*(?:中的|中|之|的)?\s*(第[^第条款项。；，,、《》\n]{1,12}[条條](?:第[^第条款项。；，,、《》\n]{1,6}[款项])?|[Aa]rt(?:icle|\.)?\s?\d+|§+\s?\S{1,6})/u;
/** 「第××条」, 「第__条」: a number still to be filled in. */
const BLANK =
  /第\s?(?:[【[（(]\s{0,4}[】\]）)]|[×xXｘＸ✕╳*＊_＿…·.□△○?？某N\s]{1,8})[条條](?:第\s?[×xXｘＸ*＊_＿…□△○?？某N]{1,6}\s?[款项])?/gu;

/** 《…》第XX条, 劳动法第__条, 《…》第五百七十百条: plainly meant as a citation, but naming no article that can be looked up. */
export function unreadableMentions(
  text: string,
  titles: readonly BookTitle[],
  titleAtEnd: (text: string) => number,
): CitationMention[] {
  const afterTitles = titles.flatMap((title) => {
    if (!isLawName(title.name)) return [];
    const match = AFTER_TITLE.exec(text.slice(title.end, title.end + 160));
    if (!match || articleReferences(match[1] ?? '').some((reference) => reference.articles.length > 0)) return [];
    const end = title.end + match[0].length;
    const span = { start: title.start, end };
    return [mention(text, span, { kind: 'unreadable', lawName: title.name, marked: true })];
  });
  return [...afterTitles, ...blanks(text, titleAtEnd)];
}

function blanks(text: string, titleAtEnd: (text: string) => number): CitationMention[] {
  return [...text.matchAll(BLANK)].flatMap((match) => {
    const name = nameBefore(text, match.index, 0, titleAtEnd);
    if (name.kind === 'contract') return [];
    const start = name.kind === 'none' ? match.index : name.start;
    return [mention(text, { start, end: match.index + match[0].length }, { kind: 'unreadable' })];
  });
}
