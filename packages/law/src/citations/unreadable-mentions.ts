import { articleReferences } from './article-references.ts';
import { type BookTitle, isLawName } from './book-titles.ts';
import type { CitationMention } from './citation-types.ts';
import { mention } from './law-mentions.ts';

const AFTER_TITLE =
  /^(?:\s*[（(][^（）()《》\n]{0,60}[）)]){0,2}\s*(?:中的|中|之|的)?\s*(第[^第条款项。；，,、《》\n]{1,12}[条條](?:第[^第条款项。；，,、《》\n]{1,6}[款项])?|[Aa]rt(?:icle|\.)?\s?\d+|§+\s?\S{1,6})/u;

/** 《…》第XX条, 《…》第…条, 《…》第五百七十百条: plainly meant as a citation, but naming no article that can be looked up. */
export function unreadableMentions(text: string, titles: readonly BookTitle[]): CitationMention[] {
  return titles.flatMap((title) => {
    if (!isLawName(title.name)) return [];
    const match = AFTER_TITLE.exec(text.slice(title.end, title.end + 160));
    if (!match || articleReferences(match[1] ?? '').some((reference) => reference.articles.length > 0)) return [];
    const end = title.end + match[0].length;
    const span = { start: title.start, end };
    return [mention(text, span, { kind: 'unreadable', lawName: title.name, marked: true })];
  });
}
