import { bookTitles, isLawName } from './book-titles.ts';

const SHORT_NAME = /(?:以下|下|简)(?:均|统)?(?:简)?称(?:为)?[“"《〈「]?([^“”"《》〈〉「」，。；（）()]{2,30})/u;

/** The short name that the brackets after a title define: 「（以下简称《补偿条例》）」. */
export function shortNameAfter(after: string): string | null {
  if (!/^\s*[（(]/u.test(after)) return null;
  return SHORT_NAME.exec(after.slice(0, after.search(/[）)]/u) + 1))?.[1]?.trim() ?? null;
}

/** Every short name that a document defines for a law, with the full one. */
export function definedShortNames(text: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const title of bookTitles(text)) {
    const short = isLawName(title.name) ? shortNameAfter(text.slice(title.end, title.end + 90)) : null;
    if (short !== null && !names.has(short)) names.set(short, title.name);
  }
  return names;
}
