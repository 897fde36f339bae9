const CITATION = /《((?:[^《》]|《[^《》]*》)+)》(第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)/gu;

/** Every 《full title》第…条 of a text, each once, in order. */
export const canonicalCitations = (text: string): string[] => [
  ...new Set([...text.matchAll(CITATION)].map(([all]) => all)),
];
