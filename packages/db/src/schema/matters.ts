import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigserial,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Running numbers of matters, for people; gaps are allowed. */
export const matterNumbers = pgSequence('matter_numbers');

/** 事项: one legal problem of one client. Shapes of the JSON columns are the schemas of `@lutai/contracts`. */
export const matters = pgTable(
  'matters',
  {
    id: text('id').primaryKey(),
    number: text('number').notNull().unique(),
    clientId: text('client_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind').notNull(),
    channel: text('channel').notNull(),
    status: text('status').notNull(),
    subject: text('subject').notNull(),
    area: text('area'),
    urgency: text('urgency'),
    complexity: text('complexity'),
    priority: integer('priority').notNull().default(3),
    dueAt: moment('due_at'),
    triage: jsonb('triage'),
    factsDate: date('facts_date', { mode: 'string' }),
    /** How the facts' date was read from the client's words; null where the client or an agent gave it. */
    factsDateReading: jsonb('facts_date_reading'),
    /** Of the newest draft the next deadline, else the one that passed last: raises the matter in the queue. */
    nearestDeadline: date('nearest_deadline', { mode: 'string' }),
    assigneeId: text('assignee_id').references(() => users.id),
    ratingScore: integer('rating_score'),
    ratingComment: text('rating_comment'),
    ratedAt: moment('rated_at'),
    archivedAt: moment('archived_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('matters_queue').on(table.status, table.priority, table.dueAt),
    index('matters_client').on(table.clientId),
  ],
);

export const messages = pgTable(
  'messages',
  {
    id: text('id').primaryKey(),
    matterId: text('matter_id')
      .notNull()
      .references(() => matters.id),
    /** 1, 2, 3 … within the matter; tells which message is the newest where two moments are equal. */
    number: integer('number').notNull(),
    direction: text('direction').notNull(),
    channel: text('channel').notNull(),
    authorId: text('author_id').references(() => users.id),
    text: text('text').notNull(),
    citations: jsonb('citations').notNull().default([]),
    /** What the sender calls this message (idempotency key, Message-ID); the same twice is the same message. */
    externalId: text('external_id'),
    approvalId: text('approval_id').references((): AnyPgColumn => approvals.id),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('messages_number').on(table.matterId, table.number),
    // The last line of defence behind deliverApproval: no outbound message without an approval.
    check('messages_outbound_approved', sql`${table.direction} = 'inbound' or ${table.approvalId} is not null`),
    uniqueIndex('messages_external').on(table.channel, table.authorId, table.externalId),
    uniqueIndex('messages_approval').on(table.approvalId),
  ],
);

export const drafts = pgTable(
  'drafts',
  {
    id: text('id').primaryKey(),
    matterId: text('matter_id')
      .notNull()
      .references(() => matters.id),
    /** 1, 2, 3 … within the matter. */
    number: integer('number').notNull(),
    /** `answer` to the client's messages, or `document`: the text of a paper (`documents`). */
    kind: text('kind').notNull().default('answer'),
    /** The last inbound message that this draft answers; a newer one voids it. */
    basedOnMessageId: text('based_on_message_id')
      .notNull()
      .references(() => messages.id),
    status: text('status').notNull(),
    outcome: text('outcome'),
    route: text('route'),
    risk: jsonb('risk'),
    drafter: text('drafter'),
    model: text('model'),
    promptVersion: text('prompt_version'),
    asOf: date('as_of', { mode: 'string' }),
    notices: jsonb('notices').$type<string[]>().notNull().default([]),
    missingFacts: jsonb('missing_facts').notNull().default([]),
    deadlines: jsonb('deadlines').notNull().default([]),
    provisions: jsonb('provisions').notNull().default([]),
    cases: jsonb('cases').notNull().default([]),
    practitionerText: text('practitioner_text'),
    /** Every step of the pipeline. */
    trace: jsonb('trace'),
    failure: text('failure'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('drafts_number').on(table.matterId, table.number),
    // At most one answer to a matter is open at a time.
    uniqueIndex('drafts_open')
      .on(table.matterId)
      .where(sql`${table.kind} = 'answer' and ${table.status} in ('drafting', 'ready', 'failed')`),
  ],
);

/** 修订: immutable (a trigger refuses UPDATE and DELETE). */
export const revisions = pgTable(
  'revisions',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id')
      .notNull()
      .references(() => drafts.id),
    number: integer('number').notNull(),
    text: text('text').notNull(),
    claims: jsonb('claims').notNull(),
    citations: jsonb('citations').notNull(),
    attachments: jsonb('attachments').notNull().default([]),
    contentHash: text('content_hash').notNull(),
    authorId: text('author_id').references(() => users.id),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('revisions_number').on(table.draftId, table.number)],
);

/** 核准: a signature under one content hash. A voided approval is never delivered. */
export const approvals = pgTable(
  'approvals',
  {
    id: text('id').primaryKey(),
    matterId: text('matter_id')
      .notNull()
      .references(() => matters.id),
    draftId: text('draft_id')
      .notNull()
      .references(() => drafts.id),
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    contentHash: text('content_hash').notNull(),
    channel: text('channel').notNull(),
    recipient: text('recipient').notNull(),
    approvedBy: text('approved_by')
      .notNull()
      .references(() => users.id),
    approvedAt: moment('approved_at').notNull(),
    voidedAt: moment('voided_at'),
    voidReason: text('void_reason'),
  },
  (table) => [
    index('approvals_matter').on(table.matterId),
    uniqueIndex('approvals_standing').on(table.draftId).where(sql`${table.voidedAt} is null`),
  ],
);

/** 送达: one sending of one approved content; at most one per approval. */
export const deliveries = pgTable('deliveries', {
  id: text('id').primaryKey(),
  approvalId: text('approval_id')
    .notNull()
    .unique()
    .references(() => approvals.id),
  matterId: text('matter_id')
    .notNull()
    .references(() => matters.id),
  channel: text('channel').notNull(),
  recipient: text('recipient').notNull(),
  contentHash: text('content_hash').notNull(),
  state: text('state').notNull(),
  attempts: integer('attempts').notNull().default(0),
  error: text('error'),
  sentAt: moment('sent_at'),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/** Work that must survive a crash. A worker holds a row by its lease (`lockedBy`, `lockedUntil`). */
export const jobs = pgTable(
  'jobs',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    /** At most one unfinished job per key. */
    uniqueKey: text('unique_key'),
    state: text('state').notNull().default('queued'),
    runAt: moment('run_at').notNull().defaultNow(),
    attempts: integer('attempts').notNull().default(0),
    maxAttempts: integer('max_attempts').notNull().default(5),
    /** How often a worker died while it held this job; counted apart from failures, which are the job's own. */
    crashes: integer('crashes').notNull().default(0),
    lockedBy: text('locked_by'),
    lockedUntil: moment('locked_until'),
    cancelRequested: boolean('cancel_requested').notNull().default(false),
    progress: jsonb('progress').$type<Record<string, unknown>>(),
    result: jsonb('result').$type<Record<string, unknown>>(),
    error: text('error'),
    createdAt: moment('created_at').notNull().defaultNow(),
    finishedAt: moment('finished_at'),
  },
  (table) => [
    index('jobs_due').on(table.state, table.runAt),
    uniqueIndex('jobs_unfinished').on(table.uniqueKey).where(sql`${table.state} in ('queued', 'running')`),
  ],
);

/** Append-only (a trigger refuses UPDATE and DELETE): who did what to which subject, when. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: moment('at').notNull().defaultNow(),
    actorId: text('actor_id'),
    actorName: text('actor_name').notNull(),
    actorRole: text('actor_role').notNull(),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    matterId: text('matter_id'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [index('audit_matter').on(table.matterId, table.id)],
);
