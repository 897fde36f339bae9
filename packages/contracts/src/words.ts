import { z } from 'zod';

/** The closed sets of the field's words (DESIGN.md: "Words"). One list each, used by API, database and screens. */

export const roles = ['client', 'agent', 'knowledge-manager', 'supervisor', 'admin'] as const;
export const levels = ['junior', 'intermediate', 'senior', 'specialist'] as const;
export const matterKinds = ['consultation', 'complaint', 'mediation', 'drafting', 'review'] as const;
export const channels = ['portal', 'email', 'phone', 'visit', 'video', 'wechat'] as const;
export const importances = ['standard', 'priority', 'key'] as const;
export const urgencies = ['normal', 'urgent', 'critical'] as const;
export const complexities = ['simple', 'moderate', 'complex'] as const;

/**
 * Where a matter stands. `received` waits for a draft, `in-review` waits for an agent's approval, `approved` waits for
 * its delivery, `answered` waits for the client, `archived` is read-only.
 */
export const matterStatuses = ['received', 'drafting', 'in-review', 'approved', 'answered', 'archived'] as const;

/** Areas of law (法律领域) that triage tells apart; `other` is honest, not a bin for errors. */
export const areas = [
  'marriage-family',
  'inheritance',
  'labour',
  'work-injury',
  'lending',
  'contract',
  'lease',
  'real-estate',
  'property-management',
  'traffic',
  'tort',
  'medical',
  'consumer',
  'online-trade',
  'enforcement',
  'neighbours',
  'criminal',
  'administrative',
  'company',
  'other',
] as const;

export const lawLevels = [
  'constitution',
  'law',
  'administrative-regulation',
  'interpretation',
  'departmental-rule',
  'local-regulation',
  'other',
] as const;

export const citationStates = ['ok', 'not-found', 'not-in-force', 'misquoted', 'ambiguous', 'unchecked'] as const;
export const outcomes = ['answered', 'needs-facts', 'insufficient-basis'] as const;
export const drafters = ['extractive', 'model'] as const;
export const deliveryStates = ['queued', 'sending', 'sent', 'failed', 'uncertain', 'void'] as const;
export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

export const roleSchema = z.enum(roles);
export const levelSchema = z.enum(levels);
export const matterKindSchema = z.enum(matterKinds);
export const channelSchema = z.enum(channels);
export const importanceSchema = z.enum(importances);
export const urgencySchema = z.enum(urgencies);
export const complexitySchema = z.enum(complexities);
export const matterStatusSchema = z.enum(matterStatuses);
export const areaSchema = z.enum(areas);
export const lawLevelSchema = z.enum(lawLevels);
/** Whether the provision bears out the sentence that cites it. */
export const supportSchema = z.enum(['supported', 'doubtful', 'contradicted', 'none-claimed']);
export type Support = z.infer<typeof supportSchema>;
export const citationStateSchema = z.enum(citationStates);
export const outcomeSchema = z.enum(outcomes);
export const drafterSchema = z.enum(drafters);
export const deliveryStateSchema = z.enum(deliveryStates);
export const jobStateSchema = z.enum(jobStates);

export type Role = z.infer<typeof roleSchema>;
export type AgentLevel = z.infer<typeof levelSchema>;
export type MatterKind = z.infer<typeof matterKindSchema>;
export type Channel = z.infer<typeof channelSchema>;
export type Importance = z.infer<typeof importanceSchema>;
export type Urgency = z.infer<typeof urgencySchema>;
export type Complexity = z.infer<typeof complexitySchema>;
export type MatterStatus = z.infer<typeof matterStatusSchema>;
export type Area = z.infer<typeof areaSchema>;
export type LawLevel = z.infer<typeof lawLevelSchema>;
export type CitationState = z.infer<typeof citationStateSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type Drafter = z.infer<typeof drafterSchema>;
export type DeliveryState = z.infer<typeof deliveryStateSchema>;
export type JobState = z.infer<typeof jobStateSchema>;

/** A calendar day, `YYYY-MM-DD`, in China standard time. */
export const daySchema = z.iso.date();
/** A moment, ISO 8601 in UTC. */
export const momentSchema = z.iso.datetime();
