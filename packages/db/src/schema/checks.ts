import { sql } from 'drizzle-orm';
import { date, index, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { laws } from './law.ts';
import { drafts, matters, revisions } from './matters.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * 裁断: what an agent decided about one finding of the check, and why. It holds for the same finding in the same sentence
 * of any later revision of the draft (`findingKey` says which); a withdrawn one no longer counts and is kept.
 */
export const citationRulings = pgTable(
  'citation_rulings',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id')
      .notNull()
      .references(() => drafts.id),
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    findingKey: text('finding_key').notNull(),
    raw: text('raw').notNull(),
    /** The finding as it was ruled on: a citation state or a support. */
    finding: text('finding').notNull(),
    reason: text('reason').notNull(),
    ruledBy: text('ruled_by')
      .notNull()
      .references(() => users.id),
    ruledAt: moment('ruled_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [
    uniqueIndex('citation_rulings_standing')
      .on(table.draftId, table.findingKey)
      .where(sql`${table.withdrawnAt} is null`),
  ],
);

/**
 * 复核: something that was said (a draft, an answer, a case, a template, an evaluation case) and rests on a provision that
 * ended or changed. Closed by a decision.
 */
export const lawReviews = pgTable(
  'law_reviews',
  {
    id: text('id').primaryKey(),
    lawId: text('law_id')
      .notNull()
      .references(() => laws.id, { onDelete: 'cascade' }),
    /** The version that the subject rests on; not a reference, so that the row outlives a version that is ingested again. */
    versionId: text('version_id').notNull(),
    article: text('article').notNull(),
    change: text('change').notNull(),
    /** The first day on which the old words no longer apply. */
    changedOn: date('changed_on', { mode: 'string' }),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    subjectTitle: text('subject_title').notNull(),
    matterId: text('matter_id').references(() => matters.id),
    citation: text('citation').notNull(),
    openedAt: moment('opened_at').notNull(),
    decision: text('decision'),
    note: text('note'),
    decidedBy: text('decided_by').references(() => users.id),
    decidedAt: moment('decided_at'),
  },
  (table) => [
    uniqueIndex('law_reviews_subject')
      .on(table.subjectType, table.subjectId, table.versionId, table.article)
      .where(sql`${table.decision} is null`),
    index('law_reviews_open').on(table.openedAt).where(sql`${table.decision} is null`),
  ],
);

/** What applied of each law when changes were last followed up; what applies now is compared with it. */
export const reviewedLaws = pgTable('reviewed_laws', {
  lawId: text('law_id').primaryKey(),
  title: text('title').notNull(),
  versionId: text('version_id').notNull(),
  effectiveFrom: date('effective_from', { mode: 'string' }),
  effectiveTo: date('effective_to', { mode: 'string' }),
  /** Pairs of an article's label and the hash of its words, in the order of the law. */
  articles: jsonb('articles').notNull(),
});
