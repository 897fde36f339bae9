import { sql } from 'drizzle-orm';
import { customType, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { drafts, matters, revisions } from './matters.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (bytes) => Buffer.from(bytes),
  fromDriver: (bytes) => new Uint8Array(bytes),
});

/** Files by their content, sent in or written here: immutable (a trigger refuses UPDATE and DELETE). */
export const documentFiles = pgTable('document_files', {
  sha256: text('sha256').primaryKey(),
  bytes: bytea('bytes').notNull(),
  size: integer('size').notNull(),
  createdAt: moment('created_at').notNull(),
});

/** 文书: a paper of a matter. Its text, its check, its approval and its delivery are those of its draft. */
export const documents = pgTable(
  'documents',
  {
    id: text('id').primaryKey(),
    matterId: text('matter_id')
      .notNull()
      .references(() => matters.id),
    draftId: text('draft_id')
      .notNull()
      .unique()
      .references(() => drafts.id),
    kind: text('kind').notNull(),
    templateId: text('template_id'),
    title: text('title').notNull(),
    /** Keys of the fields that the client is asked to fill in. */
    requestedFields: jsonb('requested_fields').$type<string[]>().notNull().default([]),
    /** The contract as it was sent in, and what was read in it. */
    sourceSha256: text('source_sha256').references(() => documentFiles.sha256),
    sourceName: text('source_name'),
    sourceFormat: text('source_format'),
    sourceText: text('source_text'),
    /** When the client filled in something that nobody of the desk has looked at. */
    clientFilledAt: moment('client_filled_at'),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    discardedAt: moment('discarded_at'),
  },
  (table) => [
    index('documents_matter').on(table.matterId),
    // The same file twice is the same document.
    uniqueIndex('documents_source').on(table.matterId, table.sourceSha256).where(sql`${table.discardedAt} is null`),
    index('documents_client_filled').on(table.matterId).where(sql`${table.clientFilledAt} is not null`),
  ],
);

/** What a revision of a document was made from, and the file that it is sent as. Immutable as its revision is. */
export const documentRevisions = pgTable(
  'document_revisions',
  {
    revisionId: text('revision_id')
      .primaryKey()
      .references(() => revisions.id),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    values: jsonb('values').$type<Record<string, unknown>>().notNull(),
    missing: jsonb('missing').notNull(),
    problems: jsonb('problems').notNull(),
    /** `{type, findings}` of a contract's review with what was decided; null for what was drafted. */
    review: jsonb('review'),
    fileSha256: text('file_sha256')
      .notNull()
      .references(() => documentFiles.sha256),
  },
  (table) => [index('document_revisions_document').on(table.documentId)],
);
