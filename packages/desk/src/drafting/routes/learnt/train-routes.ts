import type { Route } from '@lutai/contracts';
import { fitLinear, type LinearWeights } from '@lutai/learning';
import { featureCount, featuresOf, type Lexicon } from './features.ts';
import { learntClasses } from './learnt-routes.ts';

export type RouteExample = { text: string; route: Route };

const settings = { epochs: 14, rate: 2, decay: 2e-6, seed: 7 };

/** Fits the learnt routes (`fitLinear`). The same examples give the same weights. */
export function trainRoutes(examples: readonly RouteExample[], lexicon: Lexicon): LinearWeights {
  const read = examples.map(({ text, route }) => ({
    features: featuresOf(text, lexicon),
    label: learntClasses.indexOf(route as (typeof learntClasses)[number]),
  }));
  return fitLinear(read, { ...settings, classes: learntClasses, cells: featureCount });
}
