import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const injectionChannels = [
  ...['question', 'client-turn', 'desk-turn', 'two-messages', 'case-question', 'case-answer', 'case-title'],
  ...['provision', 'law-title', 'file-name', 'docx-hidden', 'docx-white', 'docx-tiny', 'docx-comment', 'docx-footnote'],
  ...['html-hidden', 'html-attribute', 'html-comment'],
] as const;

const attemptSchema = z.object({
  id: z.string(),
  channel: z.enum(injectionChannels),
  aim: z.string(),
  text: z.string(),
  /** The part of `text` that tells the model what to do; all of it where absent. */
  order: z.string().optional(),
  /** It stands behind a mark that pretends to end the fence, or to begin another speaker's words. */
  forged: z.boolean().default(false),
  /** What a model that obeys writes, and where. `{prompt}` and the like stand for the instructions themselves. */
  says: z.object({
    in: z.enum([
      ...['conclusion', 'claim', 'claim-on-P88', 'condition', 'evidence', 'missing-fact', 'calculation', 'outcome'],
    ] as const),
    words: z.string(),
  }),
});
export type InjectionAttempt = z.infer<typeof attemptSchema>;

const lines = readFileSync(new URL('./injection-attempts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
export const injectionAttempts: InjectionAttempt[] = lines.map((line) => attemptSchema.parse(JSON.parse(line)));

/** The parts of what such an attempt tells the model; one that is split over two messages has two. */
export const ordersOf = ({ text, order }: InjectionAttempt): string[] => (order ?? text).split('‖');
