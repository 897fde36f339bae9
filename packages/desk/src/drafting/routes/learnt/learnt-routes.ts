import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Route } from '@lutai/contracts';
import { z } from 'zod';
import { featureCount, featuresOf, type Lexicon } from './features.ts';
import { loadLexicon } from './load-lexicon.ts';

/** Each route with its share, summing to 1. */
export type RouteShares = Record<Route, number>;
export type LearntRoutes = (text: string) => RouteShares;

export const learntClasses = ['answer', 'danger', 'harm', 'foreign-law', 'not-legal', 'no-basis'] as const;

const weightsSchema = z.strictObject({
  features: z.literal(featureCount),
  classes: z.array(z.enum(learntClasses)).refine((classes) => classes.join() === learntClasses.join(), 'other classes'),
  bias: z.array(z.number()).length(learntClasses.length),
  /** What an int8 of `weights` is to be multiplied with, class by class. */
  scale: z.array(z.number().positive()).length(learntClasses.length),
  /** `classes` rows of `features` int8 each, base64. */
  weights: z.base64(),
});
export type LearntWeights = z.infer<typeof weightsSchema>;

/** Reads `weights.json` and `lexicon.yaml` of the folder (`corpus/routes`). Throws with the file's name when one is wrong. */
export async function loadLearntRoutes(folder: string): Promise<LearntRoutes> {
  const lexicon = await loadLexicon(join(folder, 'lexicon.yaml'));
  const file = join(folder, 'weights.json');
  try {
    return createLearntRoutes(weightsSchema.parse(JSON.parse(await readFile(file, 'utf8'))), lexicon);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`, {
      cause: error,
    });
  }
}

/** A linear model over runs of characters: how much a text looks like each route. Time is linear in the text's length. */
export function createLearntRoutes({ bias, scale, weights }: LearntWeights, lexicon: Lexicon): LearntRoutes {
  const rows = new Int8Array(Buffer.from(weights, 'base64'));
  if (rows.length !== featureCount * learntClasses.length) throw new Error(`weights have ${rows.length} numbers`);
  return (text) => {
    const features = featuresOf(text, lexicon);
    const logits = learntClasses.map((_, index) => {
      let sum = 0;
      for (const [feature, value] of features) sum += (rows[index * featureCount + feature] ?? 0) * value;
      return (bias[index] ?? 0) + sum * (scale[index] ?? 0);
    });
    const largest = Math.max(...logits);
    const powers = logits.map((logit) => Math.exp(logit - largest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    // Safe: every class is a route, and every route a class.
    return Object.fromEntries(learntClasses.map((name, index) => [name, (powers[index] ?? 0) / total])) as RouteShares;
  };
}
