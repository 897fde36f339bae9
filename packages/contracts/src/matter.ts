import { z } from 'zod';
import { attachmentSchema, draftSchema, triageSchema } from './draft.ts';
import { factsDateReadingSchema } from './facts-date.ts';
import { citationSchema } from './law.ts';
import {
  areaSchema,
  channelSchema,
  complexitySchema,
  daySchema,
  deliveryStateSchema,
  importanceSchema,
  levelSchema,
  matterKindSchema,
  matterStatusSchema,
  momentSchema,
  roleSchema,
  urgencySchema,
} from './words.ts';

export const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  level: levelSchema.nullable(),
  importance: importanceSchema,
});
export type User = z.infer<typeof userSchema>;
export const userListSchema = z.object({ users: z.array(userSchema) });

export const askMatterRequestSchema = z.object({
  text: z.string().trim().min(1).max(20_000),
  kind: matterKindSchema.default('consultation'),
  factsDate: daySchema.optional(),
  /** The same key twice is the same message: a retry after a lost reply does no harm. */
  idempotencyKey: z.string().min(8).max(100).optional(),
});
export type AskMatterRequest = z.infer<typeof askMatterRequestSchema>;
export const addMessageRequestSchema = askMatterRequestSchema.pick({ text: true, idempotencyKey: true });

/** An approved outbound message carries its checked citations so that the portal can open each provision. */
export const messageSchema = z.object({
  id: z.string(),
  matterId: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  channel: channelSchema,
  authorName: z.string(),
  text: z.string(),
  citations: z.array(citationSchema),
  /** Files that came with it: `/api/messages/{id}/attachments/{sha256}`. */
  attachments: z.array(attachmentSchema).default([]),
  approvedByName: z.string().nullable(),
  createdAt: momentSchema,
});
export type Message = z.infer<typeof messageSchema>;

export const ratingSchema = z.object({ score: z.number().int().min(1).max(5), comment: z.string().max(2000) });
export type Rating = z.infer<typeof ratingSchema>;

export const matterSummarySchema = z.object({
  id: z.string(),
  number: z.string(),
  subject: z.string(),
  kind: matterKindSchema,
  status: matterStatusSchema,
  channel: channelSchema,
  clientName: z.string(),
  area: areaSchema.nullable(),
  urgency: urgencySchema.nullable(),
  complexity: complexitySchema.nullable(),
  priority: z.number().int(),
  dueAt: momentSchema.nullable(),
  overdue: z.boolean(),
  /** The next deadline of the client's rights, else the one that passed last; `daysLeft` is negative where it has. */
  nearestDeadline: z.object({ date: daySchema, daysLeft: z.number().int() }).nullable().default(null),
  assigneeId: z.string().nullable(),
  assigneeName: z.string().nullable(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
});
export type MatterSummary = z.infer<typeof matterSummarySchema>;
export const matterListSchema = z.object({ matters: z.array(matterSummarySchema), total: z.number().int() });

export const deliverySchema = z.object({
  id: z.string(),
  approvalId: z.string(),
  channel: channelSchema,
  recipient: z.string(),
  state: deliveryStateSchema,
  attempts: z.number().int(),
  error: z.string().nullable(),
  sentAt: momentSchema.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** What a client sees: `draft`, `triage` and `deliveries` are null or empty for them. */
export const matterDetailSchema = z.object({
  matter: matterSummarySchema,
  factsDate: daySchema.nullable(),
  /** How it was read from the client's words, or what was read and not taken; null where a person gave it. */
  factsDateReading: factsDateReadingSchema.nullable().optional(),
  triage: triageSchema.nullable(),
  messages: z.array(messageSchema),
  draft: draftSchema.nullable(),
  deliveries: z.array(deliverySchema),
  rating: ratingSchema.nullable(),
  publishedCaseId: z.string().nullable(),
});
export type MatterDetail = z.infer<typeof matterDetailSchema>;

export const auditEntrySchema = z.object({
  id: z.number().int(),
  at: momentSchema,
  actorName: z.string(),
  actorRole: z.string(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  matterId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export const auditListSchema = z.object({ entries: z.array(auditEntrySchema) });

/** The anonymised text proposed for publication; a person edits and confirms it. */
export const publicationPreviewSchema = z.object({
  title: z.string(),
  question: z.string(),
  answer: z.string(),
  replaced: z.array(z.object({ kind: z.string(), count: z.number().int() })),
});
export type PublicationPreview = z.infer<typeof publicationPreviewSchema>;
export const publishRequestSchema = z.object({
  title: z.string().trim().min(1).max(200),
  question: z.string().trim().min(1).max(20_000),
  answer: z.string().trim().min(1).max(200_000),
});

export const jobSchema = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  progress: z.record(z.string(), z.unknown()).nullable(),
  result: z.record(z.string(), z.unknown()).nullable(),
  error: z.string().nullable(),
  createdAt: momentSchema,
  finishedAt: momentSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;

export const createUserRequestSchema = z.object({
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254),
  password: z.string().min(10).max(200),
  role: roleSchema,
  level: levelSchema.nullable().default(null),
  importance: importanceSchema.default('standard'),
});
