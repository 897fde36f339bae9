import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** 法规: an instrument, whatever its versions. `titleKey` is the normalised title, one per law. */
export const laws = pgTable('laws', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  titleKey: text('title_key').notNull().unique(),
  level: text('level').notNull(),
  issuer: text('issuer'),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/** 文本版本: one text of a law; in force from `effectiveFrom` up to, not including, `effectiveTo`. */
export const lawVersions = pgTable(
  'law_versions',
  {
    id: text('id').primaryKey(),
    lawId: text('law_id')
      .notNull()
      .references(() => laws.id, { onDelete: 'cascade' }),
    promulgatedOn: date('promulgated_on', { mode: 'string' }),
    promulgatedSource: text('promulgated_source').notNull(),
    effectiveFrom: date('effective_from', { mode: 'string' }),
    effectiveFromSource: text('effective_from_source').notNull(),
    effectiveTo: date('effective_to', { mode: 'string' }),
    effectiveToSource: text('effective_to_source').notNull(),
    /** The end that the text or its front matter states itself; `effectiveTo` may come from a later version instead. */
    statedEffectiveTo: date('stated_effective_to', { mode: 'string' }),
    statedEffectiveToSource: text('stated_effective_to_source'),
    preamble: text('preamble').notNull().default(''),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [index('law_versions_law').on(table.lawId)],
);

/** One ingested file of a version (the Civil Code comes in eight). `contentHash` makes ingestion idempotent. */
export const lawSources = pgTable(
  'law_sources',
  {
    id: text('id').primaryKey(),
    versionId: text('version_id')
      .notNull()
      .references(() => lawVersions.id, { onDelete: 'cascade' }),
    file: text('file').notNull(),
    part: text('part'),
    /** A selection of articles; the full text of the version takes its provisions over when it comes. */
    excerpt: boolean('excerpt').notNull().default(false),
    contentHash: text('content_hash').notNull(),
    articles: integer('articles').notNull(),
    /** Title keys of the laws that this text says it ends (「《甲条例》同时废止」). */
    supersedes: jsonb('supersedes').$type<string[]>().notNull().default([]),
    warnings: jsonb('warnings').$type<string[]>().notNull().default([]),
    ingestedAt: moment('ingested_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('law_sources_hash').on(table.contentHash), index('law_sources_version').on(table.versionId)],
);

/** 条文. `paragraphs` holds its 款 and 项; `article` is 「第…条」 or, in a text without articles, 「第…段」. */
export const provisions = pgTable(
  'provisions',
  {
    id: text('id').primaryKey(),
    versionId: text('version_id')
      .notNull()
      .references(() => lawVersions.id, { onDelete: 'cascade' }),
    lawId: text('law_id')
      .notNull()
      .references(() => laws.id, { onDelete: 'cascade' }),
    sourceId: text('source_id')
      .notNull()
      .references(() => lawSources.id, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    kind: text('kind').notNull(),
    article: text('article').notNull(),
    path: jsonb('path').$type<string[]>().notNull(),
    text: text('text').notNull(),
    paragraphs: jsonb('paragraphs').$type<{ text: string; items: { label: string; text: string }[] }[]>().notNull(),
  },
  (table) => [
    index('provisions_version').on(table.versionId, table.ordinal),
    index('provisions_law_article').on(table.lawId, table.article),
  ],
);

/** 已答案例. `matterId` is set when it came out of the desk; a withdrawn case is not searched. */
export const answeredCases = pgTable(
  'answered_cases',
  {
    id: text('id').primaryKey(),
    origin: text('origin').notNull(),
    title: text('title').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    area: text('area'),
    citations: jsonb('citations').$type<string[]>().notNull(),
    contentHash: text('content_hash').notNull().unique(),
    file: text('file'),
    matterId: text('matter_id'),
    status: text('status').notNull().default('active'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('answered_cases_status').on(table.status),
    // A matter is published at most once, until its case is withdrawn; one that is held after an amendment may come back.
    uniqueIndex('answered_cases_matter').on(table.matterId).where(sql`${table.status} in ('active', 'held')`),
  ],
);

/**
 * One row. `version` is raised by every change of laws (caches beside the database are keyed by it), `casesVersion` by
 * every change of answered cases (a held index is brought up to date case by case, never rebuilt for them).
 */
export const corpusState = pgTable('corpus_state', {
  id: integer('id').primaryKey().default(sql`1`),
  version: integer('version').notNull().default(0),
  casesVersion: integer('cases_version').notNull().default(0),
  /** The day, and the version of the corpus, up to which changes of the law have been followed up; null before the first time. */
  reviewedUntil: date('reviewed_until', { mode: 'string' }),
  reviewedVersion: integer('reviewed_version'),
  updatedAt: moment('updated_at').notNull().defaultNow(),
});
