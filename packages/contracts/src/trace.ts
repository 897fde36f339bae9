import { z } from 'zod';
import { daySchema, supportSchema } from './words.ts';

/**
 * Which way a question goes. `outcome` says what the text is; the route says who deals with it and in which words:
 * `harm` is a request to do harm (hide assets, forge evidence, threaten), `danger` a person in danger.
 */
export const routes = ['answer', 'foreign-law', 'no-basis', 'not-legal', 'harm', 'danger'] as const;
export const routeSchema = z.enum(routes);
export type Route = z.infer<typeof routeSchema>;

/** Who may approve: `low` by complexity alone, `medium` no junior, `high` senior, specialist or supervisor. */
export const riskLevels = ['low', 'medium', 'high'] as const;
export const riskLevelSchema = z.enum(riskLevels);
export type RiskLevel = z.infer<typeof riskLevelSchema>;

export const riskReasonSchema = z.object({
  kind: z.enum([
    'criminal',
    'large-sum',
    'minor',
    'near-deadline',
    'low-support',
    'foreign-element',
    'conflict',
    'danger',
    'harm',
    'other',
  ]),
  level: riskLevelSchema,
  why: z.string(),
});
export type RiskReason = z.infer<typeof riskReasonSchema>;
/** `level` is the highest of its reasons; `low` without any. */
export const riskSchema = z.object({ level: riskLevelSchema, reasons: z.array(riskReasonSchema) });
export type Risk = z.infer<typeof riskSchema>;

/** A statement of fact as the client made it; `words` are the client's own. */
export const partySchema = z.object({ role: z.string(), words: z.string() });
export const spokenSumSchema = z.object({ raw: z.string(), yuan: z.number() });
export const saidDateSchema = z.object({ raw: z.string(), day: daySchema });

/** One element (构成要件) of a topic: whether the client has said it, and in which words. */
export const elementStateSchema = z.object({
  topic: z.string(),
  key: z.string(),
  name: z.string(),
  state: z.enum(['said', 'missing']),
  words: z.string().nullable(),
});
export type ElementState = z.infer<typeof elementStateSchema>;

export const readFactsSchema = z.object({
  parties: z.array(partySchema),
  dates: z.array(saidDateSchema),
  sums: z.array(spokenSumSchema),
  places: z.array(z.string()),
  /** What the client wants, in the client's words. */
  wants: z.array(z.string()),
  elements: z.array(elementStateSchema),
  /** What was searched for; a follow-up is rewritten with what went before. */
  searched: z.string(),
  rewritten: z.enum(['no', 'by-rule', 'by-model']),
});
export type ReadFacts = z.infer<typeof readFactsSchema>;

/** What stood in for a piece of personal data before anything went to an outside model. Only the desk sees `original`. */
export const maskSchema = z.object({
  kind: z.string(),
  token: z.string(),
  original: z.string(),
  count: z.number().int(),
});
export type Mask = z.infer<typeof maskSchema>;

export const traceHitSchema = z.object({
  provisionId: z.string(),
  citation: z.string(),
  score: z.number(),
  /** How it came to be there: the search, a topic's data, the model's further search. */
  from: z.enum(['search', 'topic', 'case', 'research']),
  /** Whether the text rests on it. */
  used: z.boolean(),
});
export type TraceHit = z.infer<typeof traceHitSchema>;

export const traceClaimSchema = z.object({
  id: z.string(),
  part: z.enum(['conclusion', 'reason', 'branch', 'step', 'evidence', 'deadline']),
  text: z.string(),
  /** The verbatim words of each provision that it rests on; null where none were named. */
  provisions: z.array(z.object({ citation: z.string(), words: z.string().nullable() })),
  support: supportSchema,
  reasons: z.array(z.string()),
  /** Whether it stands in the text. */
  kept: z.boolean(),
});
export type TraceClaim = z.infer<typeof traceClaimSchema>;

export const checkKinds = ['citation', 'quotation', 'support', 'number', 'date', 'sum', 'leak'] as const;
/** One thing that was checked, before (`round` 1) or after (2) the repair. */
export const traceCheckSchema = z.object({
  round: z.union([z.literal(1), z.literal(2)]),
  kind: z.enum(checkKinds),
  subject: z.string(),
  ok: z.boolean(),
  why: z.string(),
});
export type TraceCheck = z.infer<typeof traceCheckSchema>;

/** The one repair round: what was asked to be mended, by whom, and what came of it. */
export const traceRepairSchema = z.object({
  by: z.enum(['model', 'rule']),
  failed: z.array(z.string()),
  mended: z.array(z.string()),
  dropped: z.array(z.string()),
});
export type TraceRepair = z.infer<typeof traceRepairSchema>;

/** One call of a language model. `costYuan` is null where no price is set; a kept reply costs nothing. */
export const traceCallSchema = z.object({
  step: z.string(),
  model: z.string(),
  promptVersion: z.string().nullable(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  costYuan: z.number().nullable(),
  ms: z.number(),
  attempts: z.number().int(),
  kept: z.boolean(),
  failure: z.string().nullable(),
});
export type TraceCall = z.infer<typeof traceCallSchema>;

/** Every step of the pipeline, for the review screen; the audit log has its counts. */
export const draftTraceSchema = z.object({
  facts: readFactsSchema,
  masks: z.array(maskSchema),
  topics: z.array(z.object({ id: z.string(), name: z.string(), why: z.string() })),
  hits: z.array(traceHitSchema),
  claims: z.array(traceClaimSchema),
  checks: z.array(traceCheckSchema),
  repair: traceRepairSchema.nullable(),
  calls: z.array(traceCallSchema),
  /** Milliseconds of each step. */
  stepMs: z.record(z.string(), z.number()),
});
export type DraftTrace = z.infer<typeof draftTraceSchema>;
