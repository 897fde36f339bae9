import type { BookTitle } from './book-titles.ts';
import type { CitationMention } from './citation-types.ts';
import { mention } from './law-mentions.ts';

const AFTER_TITLE = /^\s*第\s?(\d{1,4})\s?段/u;

/** 《…的批复》第2段: how a numbered paragraph of a text without articles is cited. */
export function paragraphMentions(text: string, titles: readonly BookTitle[]): CitationMention[] {
  return titles.flatMap((title): CitationMention[] => {
    const match = AFTER_TITLE.exec(text.slice(title.end, title.end + 16));
    if (!match) return [];
    const targets = [{ article: `第${Number(match[1])}段`, paragraph: null, item: null }];
    const span = { start: title.start, end: title.end + match[0].length };
    const group = -1 - title.start;
    return [mention(text, span, { kind: 'provision', lawName: title.name, marked: true, targets, group })];
  });
}
