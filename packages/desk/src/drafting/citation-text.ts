/** A canonical citation as our own data and texts write it; a title may itself name a law in 《》. */
const canonical =
  /《(?:[^《》\n]|《[^《》\n]*》){1,120}》第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?/gu;

/** The canonical citations that stand in a text, each once, in order. */
export function canonicalCitations(text: string): string[] {
  return [...new Set(text.match(canonical) ?? [])];
}

/** The text with each canonical citation replaced. */
export function replaceCitations(text: string, replace: (citation: string) => string): string {
  return text.replace(canonical, replace);
}
