import { z } from 'zod';
import { factsDateReadingSchema } from './facts-date.ts';
import { citationStateSchema, daySchema, lawLevelSchema, supportSchema } from './words.ts';

/** Whence a date of a law was read; `none` when no source gives it. */
export const dateSourceSchema = z.enum([
  'front-matter',
  'catalogue',
  'header',
  'closing-article',
  'file-name',
  'later-version',
  'none',
]);
export type DateSource = z.infer<typeof dateSourceSchema>;

/** One ranked provision of a search, in the command line's format (DESIGN.md). `score` is comparable within one answer. */
export const searchHitSchema = z.object({
  provisionId: z.string(),
  lawId: z.string(),
  versionId: z.string(),
  citation: z.string(),
  law: z.string(),
  article: z.string(),
  path: z.array(z.string()),
  level: lawLevelSchema,
  effectiveFrom: daySchema.nullable(),
  effectiveTo: daySchema.nullable(),
  score: z.number(),
  text: z.string(),
  /** A revision that is known to have come later and whose text is not held, in words. */
  laterRevision: z.string().optional(),
  /** Which version of the law applied on the day of the facts, which applies now, and what decides, in words. */
  applicability: z.string().optional(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const caseHitSchema = z.object({
  caseId: z.string(),
  title: z.string(),
  question: z.string(),
  answer: z.string(),
  citations: z.array(z.string()),
  score: z.number(),
});
export type CaseHit = z.infer<typeof caseHitSchema>;

/** `nearest` is the cosine of the question and the nearest provision in force, −1…1: how near the corpus comes at all. */
export const searchResponseSchema = z.object({
  hits: z.array(searchHitSchema),
  cases: z.array(caseHitSchema),
  nearest: z.number(),
  asOf: daySchema,
  /** A date that the question names, where no day was asked for: to be offered, not taken by itself. */
  factsDate: factsDateReadingSchema.nullable().optional(),
  ms: z.number(),
});
export type SearchResponse = z.infer<typeof searchResponseSchema>;

export const resolvedCitationSchema = z.object({
  provisionId: z.string(),
  lawId: z.string(),
  versionId: z.string(),
  citation: z.string(),
  law: z.string(),
  article: z.string(),
  effectiveFrom: daySchema.nullable(),
  effectiveTo: daySchema.nullable(),
  text: z.string(),
});
export type ResolvedCitation = z.infer<typeof resolvedCitationSchema>;

/** A checked pointer to a provision. `start`/`end` are UTF-16 offsets into the checked text, end exclusive. */
export const citationSchema = z.object({
  raw: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  state: citationStateSchema,
  resolved: resolvedCitationSchema.nullable(),
  note: z.string(),
  /** Absent where it was not judged. */
  support: supportSchema.optional(),
  /** Why, in words for the agent. */
  supportReasons: z.array(z.string()).optional(),
});
export type Citation = z.infer<typeof citationSchema>;

export const citeCheckRequestSchema = z.object({ text: z.string().max(2_000_000), asOf: daySchema.optional() });
/** A sentence of the checked text that states law and cites none. */
export const uncitedSentenceSchema = z.object({ sentence: z.string(), start: z.number().int(), end: z.number().int() });
export const citeCheckResponseSchema = z.object({
  citations: z.array(citationSchema),
  unchecked: z.number().int(),
  uncited: z.array(uncitedSentenceSchema),
});
export type CiteCheckResponse = z.infer<typeof citeCheckResponseSchema>;

/** 款 and 项 of a 条: `text` is the 款's own words, `items` its 项 with their labels (「（一）」). */
export const paragraphSchema = z.object({
  text: z.string(),
  items: z.array(z.object({ label: z.string(), text: z.string() })),
});
export type Paragraph = z.infer<typeof paragraphSchema>;

export const provisionSchema = z.object({
  id: z.string(),
  lawId: z.string(),
  versionId: z.string(),
  ordinal: z.number().int(),
  kind: z.enum(['article', 'paragraph']),
  article: z.string(),
  path: z.array(z.string()),
  text: z.string(),
  paragraphs: z.array(paragraphSchema),
});
export type Provision = z.infer<typeof provisionSchema>;

/** Dates: in force from `effectiveFrom` up to, not including, `effectiveTo`. */
export const lawVersionSchema = z.object({
  id: z.string(),
  lawId: z.string(),
  promulgatedOn: daySchema.nullable(),
  promulgatedSource: dateSourceSchema,
  effectiveFrom: daySchema.nullable(),
  effectiveFromSource: dateSourceSchema,
  effectiveTo: daySchema.nullable(),
  effectiveToSource: dateSourceSchema,
  provisions: z.number().int(),
});
export type LawVersion = z.infer<typeof lawVersionSchema>;

export const lawSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  level: lawLevelSchema,
  issuer: z.string().nullable(),
  versions: z.number().int(),
  provisions: z.number().int(),
  effectiveFrom: daySchema.nullable(),
  effectiveTo: daySchema.nullable(),
});
export type LawSummary = z.infer<typeof lawSummarySchema>;

/** A version that is known of; `id` is null where its text is not held. Made on `madeOn`. */
export const knownVersionSchema = z.object({
  id: z.string().nullable(),
  madeOn: daySchema.nullable(),
  effectiveFrom: daySchema.nullable(),
  effectiveTo: daySchema.nullable(),
});
export type KnownLawVersion = z.infer<typeof knownVersionSchema>;

/** How old what is held of a law is: `currentThrough` is the last day of which law was taken in. */
export const lawCurrencySchema = z.object({
  currentThrough: daySchema,
  words: z.string(),
  /** A later revision whose text is not held, in words; null where none is known. */
  laterRevision: z.string().nullable(),
});
export type LawCurrency = z.infer<typeof lawCurrencySchema>;

/** An article of two versions; `before` is null where it was added, `after` where it was removed. */
export const articleChangeSchema = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'renumbered']),
  before: provisionSchema.pick({ id: true, article: true, text: true }).nullable(),
  after: provisionSchema.pick({ id: true, article: true, text: true }).nullable(),
});
export type ArticleChange = z.infer<typeof articleChangeSchema>;
export const lawComparisonSchema = z.object({
  title: z.string(),
  from: lawVersionSchema,
  to: lawVersionSchema,
  /** Articles that read the same under the same number. */
  same: z.number().int(),
  changes: z.array(articleChangeSchema),
});
export type LawComparison = z.infer<typeof lawComparisonSchema>;

/** A law of which a later text is known that is not held; `inForce`: it applies already. */
export const outdatedLawSchema = z.object({
  lawId: z.string(),
  title: z.string(),
  heldMadeOn: daySchema.nullable(),
  madeOn: daySchema,
  effectiveFrom: daySchema,
  inForce: z.boolean(),
  change: z.string(),
  source: z.string(),
});
export type OutdatedLaw = z.infer<typeof outdatedLawSchema>;
export const corpusAgeSchema = z.object({
  currentThrough: daySchema,
  sourceName: z.string(),
  /** The newest text held was made on this day. */
  newestMadeOn: daySchema.nullable(),
  outdated: z.array(outdatedLawSchema),
});
export type CorpusAge = z.infer<typeof corpusAgeSchema>;

export const lawListSchema = z.object({ laws: z.array(lawSummarySchema), total: z.number().int() });
export type LawList = z.infer<typeof lawListSchema>;
export const lawDetailSchema = z.object({
  law: lawSummarySchema,
  versions: z.array(lawVersionSchema),
  version: lawVersionSchema,
  preamble: z.string(),
  provisions: z.array(provisionSchema),
  /** Every version known, oldest first, also those whose text is not held. */
  timeline: z.array(knownVersionSchema).optional(),
  currency: lawCurrencySchema.optional(),
});
export type LawDetail = z.infer<typeof lawDetailSchema>;
export const provisionDetailSchema = z.object({
  provision: provisionSchema,
  law: lawSummarySchema,
  version: lawVersionSchema,
  citation: z.string(),
});
export type ProvisionDetail = z.infer<typeof provisionDetailSchema>;

export const ingestReportSchema = z.object({
  laws: z.number().int(),
  versions: z.number().int(),
  provisions: z.number().int(),
  cases: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
  warnings: z.array(z.object({ file: z.string(), message: z.string() })),
  seconds: z.number(),
});
export type IngestReport = z.infer<typeof ingestReportSchema>;

export const corpusStatusSchema = z.object({
  corpusVersion: z.string(),
  laws: z.number().int(),
  versions: z.number().int(),
  provisions: z.number().int(),
  cases: z.number().int(),
  index: z.object({
    ready: z.boolean(),
    modelId: z.string(),
    vectorSearch: z.enum(['hnsw', 'exact']),
    corpusVersion: z.string().nullable(),
  }),
  drafter: z.object({ kind: z.enum(['extractive', 'model']), model: z.string().nullable() }),
});
export type CorpusStatus = z.infer<typeof corpusStatusSchema>;
