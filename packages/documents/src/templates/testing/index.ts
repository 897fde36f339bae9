import type { Values } from '../missing-fields.ts';
import { applicationSamples } from './application-samples.ts';
import { contractSamples } from './contract-samples.ts';
import { courtSamples } from './court-samples.ts';
import { familySamples } from './family-samples.ts';
import { letterSamples } from './letter-samples.ts';

/** Three complete sets of made-up values for each template, by its id. */
export const templateSamples: Record<string, readonly Values[]> = {
  ...courtSamples,
  ...applicationSamples,
  ...contractSamples,
  ...familySamples,
  ...letterSamples,
};
export { organisation, person } from './people.ts';
