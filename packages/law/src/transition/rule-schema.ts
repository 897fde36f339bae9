import { z } from 'zod';

const words = z.string().trim().min(1);
const pattern = words.refine((source) => {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}, '不是正则表达式');

/**
 * One provision on which law applies to facts from before a change. `boundary` is the first day of the new law; null: any
 * change. `topic`: the rule is for questions whose words match. `effect`: the law of then, the law of now, the lighter of the
 * two, each for its own time, or a proviso beside the main rule.
 */
export const transitionRuleSchema = z.strictObject({
  id: words,
  laws: z.array(words).min(1),
  boundary: z.iso.date().nullable(),
  effect: z.enum(['then', 'now', 'lighter', 'split', 'note']),
  topic: pattern.optional(),
  law: words,
  article: words,
  quote: words,
  words,
});

/** `predecessor` ended when `title` (its part `part`) came into force on `since`. */
export const successionSchema = z.strictObject({
  title: words,
  part: words.optional(),
  predecessor: words,
  since: z.iso.date(),
  source: words,
});

export type TransitionRule = z.infer<typeof transitionRuleSchema>;
export type Succession = z.infer<typeof successionSchema>;
