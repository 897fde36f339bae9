export { createLinear, type LinearModel } from './create-linear.ts';
export { type Features, toUnitLength } from './features.ts';
export { type FitOptions, fitLinear, type LinearExample } from './fit-linear.ts';
export { cellOf, hashBasis, hashOf, mixIn } from './hashed-cells.ts';
export { type LinearWeights, weightsSchemaFor } from './linear-weights.ts';
