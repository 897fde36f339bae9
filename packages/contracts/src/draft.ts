import { z } from 'zod';
import { factsDaySchema } from './facts-date.ts';
import { caseHitSchema, citationSchema, searchHitSchema } from './law.ts';
import { draftTraceSchema, riskSchema, routeSchema } from './trace.ts';
import {
  areaSchema,
  complexitySchema,
  daySchema,
  drafterSchema,
  momentSchema,
  outcomeSchema,
  urgencySchema,
} from './words.ts';

export const reasonSchema = z.object({ field: z.string(), value: z.string(), why: z.string() });

/** What triage made of a question. `priority` is 1 (first) … 5 (last); each field has its reason. */
export const triageSchema = z.object({
  area: areaSchema,
  urgency: urgencySchema,
  complexity: complexitySchema,
  priority: z.number().int().min(1).max(5),
  dueInHours: z.number(),
  reasons: z.array(reasonSchema),
});
export type Triage = z.infer<typeof triageSchema>;

/** One legal assertion of a draft. `citations` are canonical citations as they stand in the text. */
export const claimSchema = z.object({ id: z.string(), text: z.string(), citations: z.array(z.string()) });
export type Claim = z.infer<typeof claimSchema>;

export const missingFactSchema = z.object({ key: z.string(), question: z.string(), why: z.string() });
export type MissingFact = z.infer<typeof missingFactSchema>;

/** Something that happened on a day; `until` is the last day of what lasted, an obstacle say. */
export const enteredEventSchema = z.object({
  event: z.string().min(1).max(80),
  day: daySchema,
  until: daySchema.nullable().default(null),
});
export type EnteredEvent = z.infer<typeof enteredEventSchema>;

/** A date after which a right is lost or weakened. `date` is null where the facts do not give the day it runs from. */
export const deadlineSchema = z.object({
  name: z.string(),
  period: z.string(),
  runsFrom: z.string(),
  date: daySchema.nullable(),
  citation: z.string(),
  note: z.string(),
  /** Id in the catalogue of deadlines; null for one that was stored before there was a catalogue. */
  kind: z.string().nullable().default(null),
  /** The event that it runs from (id in the catalogue) and its day, where that is known. */
  startEvent: z.string().nullable().default(null),
  startDay: daySchema.nullable().default(null),
  /** Whether an agent entered that day; else it was read from the client's words. */
  startEntered: z.boolean().default(false),
  /** What bears on it and can be entered: what it runs from, what interrupts and what suspends it. */
  events: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  /** What an agent has entered for the matter. */
  entered: z.array(enteredEventSchema).default([]),
  /** What must be known before it can be counted, 需要知道：…; null where nothing is missing. */
  needs: z.string().nullable().default(null),
  /** The arithmetic in plain words, step by step, each with its provision. */
  steps: z.array(z.string()).default([]),
  /** False where the holidays of the year in which it ends were not known. */
  calendarKnown: z.boolean().default(true),
});
export type Deadline = z.infer<typeof deadlineSchema>;

/** A finished proposal, as `lutai ask` prints it. `text` is Markdown; `notices` are said openly above it. */
export const draftContentSchema = z.object({
  outcome: outcomeSchema,
  route: routeSchema,
  risk: riskSchema,
  text: z.string(),
  /** The same for a practitioner (大前提, 小前提, 结论); null where there is nothing to reason about. */
  practitionerText: z.string().nullable(),
  claims: z.array(claimSchema),
  citations: z.array(citationSchema),
  missingFacts: z.array(missingFactSchema),
  deadlines: z.array(deadlineSchema),
  triage: triageSchema,
  drafter: drafterSchema,
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
  asOf: daySchema,
  /** Whence `asOf` comes. Absent in what was drafted before dates were read. */
  factsDate: factsDaySchema.optional(),
  notices: z.array(z.string()),
  provisions: z.array(searchHitSchema),
  cases: z.array(caseHitSchema),
  trace: draftTraceSchema,
});
export type DraftContent = z.infer<typeof draftContentSchema>;

/** An earlier message, oldest first. */
export const turnSchema = z.object({ from: z.enum(['client', 'desk']), text: z.string().min(1).max(20_000) });
export type Turn = z.infer<typeof turnSchema>;

export const askRequestSchema = z.object({
  question: z.string().trim().min(1).max(20_000),
  /** What went before, where the question is a follow-up. */
  conversation: z.array(turnSchema).max(50).optional(),
  factsDate: daySchema.optional(),
});

export const attachmentSchema = z.object({ name: z.string(), sha256: z.string() });

/** An immutable text of a draft. `contentHash` is what an approval signs. */
export const revisionSchema = z.object({
  id: z.string(),
  draftId: z.string(),
  number: z.number().int(),
  text: z.string(),
  claims: z.array(claimSchema),
  citations: z.array(citationSchema),
  attachments: z.array(attachmentSchema),
  contentHash: z.string(),
  authorId: z.string().nullable(),
  authorName: z.string().nullable(),
  createdAt: momentSchema,
});
export type Revision = z.infer<typeof revisionSchema>;

/** A citation that is not simply right: its state, or the support that its sentence lacks. */
export const findingKinds = [
  'not-found',
  'misquoted',
  'not-in-force',
  'ambiguous',
  'unchecked',
  'doubtful',
  'contradicted',
] as const;
export const findingKindSchema = z.enum(findingKinds);
export type FindingKind = z.infer<typeof findingKindSchema>;

/** What the check of a revision found. `start`/`end` are UTF-16 offsets of `raw` in its text, end exclusive. */
export const findingSchema = z.object({
  key: z.string(),
  kind: findingKindSchema,
  /** What lets the text pass: another text, words that say why old law is applied, or an agent's ruling. */
  rule: z.enum(['correct', 'explain', 'rule']),
  raw: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  sentence: z.string(),
  why: z.string(),
  ruling: z.object({ id: z.string(), reason: z.string(), byName: z.string(), at: momentSchema }).nullable(),
  /** Whether it still stands in the way of an approval. */
  open: z.boolean(),
});
export type Finding = z.infer<typeof findingSchema>;

export const ruleFindingRequestSchema = z.object({ revisionId: z.string(), reason: z.string().trim().min(1).max(500) });
export const withdrawRulingRequestSchema = ruleFindingRequestSchema.pick({ revisionId: true });

export const draftSchema = z.object({
  id: z.string(),
  matterId: z.string(),
  status: z.enum(['drafting', 'ready', 'failed', 'approved', 'void']),
  outcome: outcomeSchema.nullable(),
  /** These, and `practitionerText` and `trace`, are null in what was drafted before there were any, and for a client. */
  route: routeSchema.nullable(),
  risk: riskSchema.nullable(),
  drafter: drafterSchema.nullable(),
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
  practitionerText: z.string().nullable(),
  trace: draftTraceSchema.nullable(),
  asOf: daySchema.nullable(),
  notices: z.array(z.string()),
  missingFacts: z.array(missingFactSchema),
  deadlines: z.array(deadlineSchema),
  provisions: z.array(searchHitSchema),
  cases: z.array(caseHitSchema),
  failure: z.string().nullable(),
  createdAt: momentSchema,
  revision: revisionSchema.nullable(),
  /** What the check of `revision` found, in the order of the text. */
  findings: z.array(findingSchema),
  /** All revisions, oldest first. `text` is given for a matter on the desk, where revisions are compared. */
  revisions: z.array(
    revisionSchema
      .pick({ id: true, number: true, authorName: true, createdAt: true, contentHash: true })
      .extend({ text: z.string().optional() }),
  ),
});
export type Draft = z.infer<typeof draftSchema>;

export const enterEventRequestSchema = z.object({
  event: z.string().min(1).max(80),
  /** null takes back what was entered. */
  day: daySchema.nullable(),
  until: daySchema.nullable().default(null),
});
export const reviseRequestSchema = z.object({
  baseRevisionId: z.string(),
  text: z.string().trim().min(1).max(200_000),
});
export const approveRequestSchema = z.object({ revisionId: z.string(), contentHash: z.string() });
