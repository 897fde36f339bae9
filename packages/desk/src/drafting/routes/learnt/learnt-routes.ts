import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Route } from '@lutai/contracts';
import { createLinear, type LinearWeights, weightsSchemaFor } from '@lutai/learning';
import { z } from 'zod';
import { featureCount, featuresOf, type Lexicon } from './features.ts';
import { loadLexicon } from './load-lexicon.ts';

/** Each route with its share, summing to 1. */
export type RouteShares = Record<Route, number>;
export type LearntRoutes = (text: string) => RouteShares;

export const learntClasses = ['answer', 'danger', 'harm', 'foreign-law', 'not-legal', 'no-basis'] as const;

const weightsSchema = weightsSchemaFor(learntClasses, featureCount);

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
export function createLearntRoutes(weights: LinearWeights, lexicon: Lexicon): LearntRoutes {
  const sharesOf = createLinear(weights);
  return (text) => {
    const shares = sharesOf(featuresOf(text, lexicon));
    // Safe: every class is a route, and every route a class.
    return Object.fromEntries(learntClasses.map((name, index) => [name, shares[index] ?? 0])) as RouteShares;
  };
}
