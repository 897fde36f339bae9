export { type ArrangedVersion, arrangeVersions, type DatedVersion, inForce } from './arrange-versions.ts';
export { type ArticleAccount, accountForArticles, reportArticles } from './article-accounting.ts';
export {
  type ArticleNumber,
  articleLabel,
  compareArticles,
  parseArticleLabel,
  toNumberedArticle,
} from './article-label.ts';
export { checkCitations } from './citations/check-citations.ts';
export type * from './citations/citation-types.ts';
export { findCitations } from './citations/find-citations.ts';
export { createLawCatalogue } from './citations/law-catalogue.ts';
export { isQuotedFrom } from './citations/plain-words.ts';
export { lawIdOf, provisionIdOf, versionIdOf } from './ids.ts';
export * from './law-types.ts';
export { chineseToNumber, numberToChinese } from './numerals.ts';
export { toParagraphs } from './paragraphs.ts';
export { parseCase } from './parse-case.ts';
export { parseLaw } from './parse-law.ts';
export { canonicalCitation, normaliseTitle, tidyTitle } from './titles.ts';
