export { type ArrangedVersion, arrangeVersions, type DatedVersion, inForce } from './arrange-versions.ts';
export { type ArticleAccount, accountForArticles, reportArticles } from './article-accounting.ts';
export {
  type ArticleNumber,
  articleLabel,
  compareArticles,
  parseArticleLabel,
  toNumberedArticle,
} from './article-label.ts';
export { checkCitations } from './check-citations.ts';
export type * from './citation-types.ts';
export { findCitations } from './find-citations.ts';
export { lawIdOf, provisionIdOf, versionIdOf } from './ids.ts';
export { createLawCatalogue } from './law-catalogue.ts';
export * from './law-types.ts';
export { chineseToNumber, numberToChinese } from './numerals.ts';
export { toParagraphs } from './paragraphs.ts';
export { parseCase } from './parse-case.ts';
export { parseLaw } from './parse-law.ts';
export { isQuotedFrom } from './plain-words.ts';
export { canonicalCitation, normaliseTitle, tidyTitle } from './titles.ts';
