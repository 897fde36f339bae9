export { type ArrangedVersion, arrangeVersions, type DatedVersion, inForce } from './arrange-versions.ts';
export { type ArticleAccount, accountForArticles, reportArticles } from './article-accounting.ts';
export {
  type ArticleNumber,
  articleLabel,
  compareArticles,
  parseArticleLabel,
  toNumberedArticle,
} from './article-label.ts';
export type {
  Calculation,
  CalculationNeed,
  CalculationResult,
  CalculationStep,
  UsedRate,
} from './calculations/calculation.ts';
export type { Calculator, CalculatorOutcome } from './calculations/calculator.ts';
export { calculatorById, calculators } from './calculations/calculators.ts';
export { fromCapitals, toCapitals } from './calculations/capitals.ts';
export { type Exact, inYuan, readDecimal } from './calculations/exact.ts';
export type { Field as CalculatorField, FieldIssue } from './calculations/fields.ts';
export { rmbCapitals } from './calculations/rmb-capitals.ts';
export { serviceYears } from './calculations/service-years.ts';
export { type Rates, shippedRates } from './calculations/shipped-rates.ts';
export { addDays, addMonths, dayInWords, daysBetween, isoDay } from './calendar/day-arithmetic.ts';
export {
  createWorkCalendar,
  type HolidayYear,
  holidayYearSchema,
  type WorkCalendar,
} from './calendar/work-calendar.ts';
export { checkCitations } from './citations/check-citations.ts';
export type * from './citations/citation-types.ts';
export { isQuotedFrom } from './citations/compare-quotation.ts';
export { findCitations } from './citations/find-citations.ts';
export { createLawCatalogue } from './citations/law-catalogue.ts';
export { type OwnCitationReport, reportOwnCitations } from './citations/own-citation-report.ts';
export type { OwnCitationOutcome } from './citations/own-citations.ts';
export { plainWords } from './citations/plain-words.ts';
export { type UncitedSentence, uncitedSentences } from './citations/uncited-sentences.ts';
export type { DatedEvent } from './deadlines/dated-events.ts';
export { deadlineCatalogue } from './deadlines/deadline-catalogue.ts';
export {
  type DeadlineCatalogue,
  type DeadlineEvent,
  type DeadlineKind,
  deadlineFileSchema,
} from './deadlines/deadline-schema.ts';
export { type DeadlineState, deadlinesOf, eventsOf, type FoundDeadline, nearDays } from './deadlines/deadlines-of.ts';
export { type DateMention, findDates } from './facts-date/find-dates.ts';
export { type FactsDate, readFactsDate } from './facts-date/read-facts-date.ts';
export { lawIdOf, provisionIdOf, versionIdOf } from './ids.ts';
export {
  currencyOf,
  type HeldLaw,
  type LaterRevision,
  type LawCurrency,
  laterRevision,
  notSeenAfter,
} from './law-dates/currency.ts';
export { createDateCatalogue, type DateCatalogue } from './law-dates/date-catalogue.ts';
export { shippedDateCatalogue } from './law-dates/shipped-catalogue.ts';
export * from './law-types.ts';
export { chineseToNumber, numberToChinese } from './numerals.ts';
export { toParagraphs } from './paragraphs.ts';
export { parseCase } from './parse-case.ts';
export { parseLaw } from './parse-law.ts';
export { claimsOf } from './support/claims-of.ts';
export { judgeSupport } from './support/judge-support.ts';
export { type Quantity, readQuantities } from './support/quantities.ts';
export type * from './support/support-types.ts';
export { canonicalCitation, normaliseTitle, tidyTitle } from './titles.ts';
export {
  type Applicability,
  type ApplicabilityQuestion,
  applicableVersion,
  type Governing,
} from './transition/applicable-version.ts';
export type { TransitionRule } from './transition/rule-schema.ts';
export type { HeldVersion, KnownVersion } from './transition/version-line.ts';
