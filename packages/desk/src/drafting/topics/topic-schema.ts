import { areaSchema } from '@lutai/contracts';
import { z } from 'zod';
import { canonicalCitationSchema, patternsSchema } from '../area-schema.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** What follows where the element is so. `when` tells it from the client's words; without it, it is only offered. */
const branchSchema = z.strictObject({
  condition: z.string().min(1),
  when: patternsSchema.default([]),
  /** A sentence or two; a legal assertion carries its canonical citation. */
  answer: z.string().min(1),
});

/** A fact on which the answer hangs (构成要件). It is known when a pattern of `given` or of a branch matches. */
const elementSchema = z.strictObject({
  key,
  name: z.string().min(1),
  question: z.string().min(1),
  why: z.string().min(1),
  given: patternsSchema.default([]),
  branches: z.array(branchSchema).default([]),
});

/** One kind of problem of an area: how it is told, what decides it, and what must be known. */
export const topicSchema = z.strictObject({
  id: key,
  name: z.string().min(1),
  /** Ways in which people tell of it; each alone makes it likely. */
  when: patternsSchema.min(1),
  unless: patternsSchema.default([]),
  /** What decides it, the most telling first. */
  provisions: z.array(canonicalCitationSchema).min(1).max(5),
  /** The rule as one would begin an answer with it: whole sentences, each legal assertion with its citation. */
  rule: z.string().min(1),
  elements: z.array(elementSchema).min(1).max(6),
});
export const topicFileSchema = z.strictObject({ area: areaSchema, topics: z.array(topicSchema).min(1) });
export type Topic = z.output<typeof topicSchema> & { area: z.output<typeof areaSchema> };
export type TopicElement = Topic['elements'][number];
export type TopicBranch = TopicElement['branches'][number];
